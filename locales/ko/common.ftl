### 모든 페이지가 함께 쓰는 말과 단위: 이름, 시간, 목록, 언어.

-brand = Firstline

## 얼마나 전인지, 얼마나 후인지

relative-now = 방금
relative-soon = 잠시 후
relative-minutes-ago = { $count }분 전
relative-hours-ago = { $count }시간 전
relative-days-ago = { $count }일 전
relative-months-ago = { $count }개월 전
relative-years-ago = { $count }년 전
relative-in-minutes = { $count }분 후
relative-in-hours = { $count }시간 후
relative-in-days = { $count }일 후
relative-in-months = { $count }개월 후
relative-in-years = { $count }년 후

## 기간: 단위 하나 또는 가장 큰 단위 둘

duration-minutes = { $count }분
duration-hours = { $count }시간
duration-days = { $count }일
duration-pair = { $larger } { $smaller }

## 시간대와 그 시간대의 도시

zone-with-offset = { $city }({ $offset })

## 목록의 끝

list-comma = { $head }, { $next }
list-and = { $head } 및 { $last }
list-and-shifted = { $head } 및 { $last }
list-or = { $head } 또는 { $last }
list-or-shifted = { $head } 또는 { $last }

## 역할

role-global-admin = 전역 관리자
role-admin-agent = 관리 에이전트
role-helpdesk-agent = 기술 지원팀 에이전트
role-sales-agent = 영업 에이전트
role-billing-admin = 청구 관리자
role-user-management-admin = 사용자 관리자
role-support-request-admin = 지원 요청 관리자
role-owner = 소유자
role-manager = 관리자
role-developer = 개발자
role-financial-contributor = 재무 담당자
role-support-agent = 지원 담당자
role-customer-admin = 고객 관리자
role-customer-user = 고객 사용자
role-operator-admin = 운영자 관리자
role-operator-agent = 운영자 담당자

## 언어

language-in-country = { $language }({ $country })
language-ar = 아랍어
language-bg = 불가리아어
language-cs = 체코어
language-da = 덴마크어
language-de = 독일어
language-el = 그리스어
language-en = 영어
language-es = 스페인어
language-fa = 페르시아어
language-fi = 핀란드어
language-fr = 프랑스어
language-he = 히브리어
language-hi = 힌디어
language-hu = 헝가리어
language-id = 인도네시아어
language-it = 이탈리아어
language-ja = 일본어
language-ko = 한국어
language-nb = 노르웨이어
language-nl = 네덜란드어
language-pl = 폴란드어
language-pt = 포르투갈어
language-ro = 루마니아어
language-ru = 러시아어
language-sv = 스웨덴어
language-th = 태국어
language-tr = 튀르키예어
language-uk = 우크라이나어
language-vi = 베트남어
language-zh = 중국어
