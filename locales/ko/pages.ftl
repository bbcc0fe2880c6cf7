### 페이지: 틀, 로그인, 오퍼 찾기, 오퍼, 문의, 답변.

## 모든 페이지의 틀

skip-to-content = 본문으로 건너뛰기
main-navigation = 주 메뉴
search = 검색
search-placeholder = 오퍼 또는 게시자
language = 언어
theme = 테마
theme-system = 시스템
theme-light = 밝게
theme-dark = 어둡게
keys = 단축키
close = 닫기
switch-person = 다른 사람으로 계속하기
sign-out = 로그아웃
palette-here = 이 페이지
palette-found = 검색 결과
print = 인쇄
change = 변경
optional = 선택
missing = 없음
you = 나
filters = 필터
pages = 페이지
page-before = 이전
page-after = 다음
copy-value = 복사: { $value }
rail-ask = 문의
rail-discover = 오퍼 찾기
rail-customers = 고객
rail-support = 지원
rail-reseller = 내 분담
rail-offers = 내 오퍼
rail-desk = 내 지원 창구

# 중괄호 안은 스크립트가 채웁니다.
script-copied = 복사했습니다: { $text }
script-copy-failed = 여기서는 복사할 수 없습니다
script-shown = { $n }개 표시

## 당사자: 단독, 여럿, 문장 안

party-customer = 고객
party-reseller = 재판매인
party-provider = 공급자
party-partner = 파트너
party-publisher = 게시자
party-operator = 운영자
parties-customer = 고객
parties-reseller = 간접 재판매인
parties-provider = 간접 공급자
parties-partner = 직접 청구 파트너
parties-publisher = 게시자
parties-operator = 마켓플레이스 운영자
the-party-customer = 고객
the-party-reseller = 재판매인
the-party-provider = 공급자
the-party-partner = 파트너
the-party-publisher = 게시자
the-party-operator = 마켓플레이스 운영자

channel-direct = 마켓플레이스에서 직접
channel-direct-bill = 직접 청구 파트너를 통해
channel-indirect = 재판매인을 통해

## 시간

day-and-time = { $day } { $time }
hours-always = 연중무휴 24시간
hours-open = 운영 중
hours-until = { $time }까지
hours-closed = 운영 시간 아님, { $time }부터

## 로그인

sign-in-title = 로그인
sign-in-lede = 계정의 이메일 주소와 비밀번호로 로그인하세요.
sign-in-lede-demo = 체험용 환경입니다. 사람을 고르면 같은 질문에 그 사람의 위치와 역할에 맞게 답합니다.
sign-in-email = 이메일 주소
sign-in-password = 비밀번호
sign-in-go = 로그인
sign-in-says-customer = “제품에 문제가 생겼는데 누구에게 연락하나요?”
sign-in-says-reseller = “어디까지가 제 일이고 어디부터가 공급자의 일인가요?”
sign-in-says-provider = “재판매인마다 무엇을 합의했나요?”
sign-in-says-partner = “고객이 묻고 있습니다. 지금 게시자와 연락해야 합니다.”
sign-in-says-publisher = “우리 연락처가 맞나요? 누가 볼 수 있나요?”
sign-in-says-operator = “연락이 닿지 않는 게시자는 어디인가요?”
sign-in-sees-all = 허브의 모든 내용을 볼 수 있음
sign-in-sees-contacts = 게시자 연락처를 볼 수 있음
sign-in-sees-no-contacts = 게시자의 파트너용 연락처를 볼 수 없음
sign-in-sees-offers = 자기 오퍼와 다른 당사자에게 보이는 모습을 볼 수 있음
sign-in-sees-subscriptions = 자기 구독을 볼 수 있음

## 오퍼 찾기

discover-title = 오퍼 찾기
discover-lede = 이름, 게시자, 기능으로 제품을 찾고, 구매할 수 있는지와 게시자에게 연락하는 방법을 확인하십시오.
discover-field = 이름, 게시자 또는 기능
discover-results = 찾은 오퍼
discover-found =
    { $count ->
        [0] 오퍼 없음
       *[other] 오퍼 { $count }개
    }
discover-found-page = 오퍼 { $count }개 중 { $from }–{ $to }
discover-chip = { $text }
discover-available = 우리 조직
discover-available-yes = 구매할 수 있음
discover-available-no = 구매할 수 없음
discover-kind = 종류
discover-category = 범주
discover-market = 시장
discover-readiness = 게시자 연락처
discover-none = 맞는 오퍼가 없습니다
discover-none-help = 단어를 줄이거나 다르게 적어 보십시오. 필터를 지워도 됩니다.
discover-all = 모든 오퍼 보기
discover-bare = 아직 오퍼가 없습니다
discover-bare-help = 게시자의 목록을 가져오면 오퍼가 여기에 나타납니다. 허브를 운영하는 사람이 “firstline import”로 가져옵니다.
filter-any = 전체
filter-remove = 필터 지우기
filters-apply = 필터 적용
markets-all = 모든 시장
markets-count = 시장 { $count }곳
readiness-ready = 연락 가능
readiness-gaps = 연락처 미비
readiness-unreachable = 연락처 없음
available-yes = 구매할 수 있음
unavailable-not-opted-in = 재판매용으로 공개되지 않음
unavailable-not-opted-in-help = 게시자가 이 오퍼를 파트너 재판매용으로 공개하지 않았습니다. 게시자에게 공개를 요청하십시오.
unavailable-exclusive = 지정 파트너 전용
unavailable-exclusive-help = 게시자가 지정한 파트너만 이 오퍼를 구매할 수 있으며, 귀 조직은 지정되어 있지 않습니다. 게시자에게 추가를 요청하십시오.
unavailable-kind = 재판매되지 않는 종류
unavailable-kind-help = 이 종류의 제품은 파트너를 통해 구매할 수 없습니다. 고객이 마켓플레이스에서 직접 구매합니다.
unavailable-market = 이 시장에서 판매하지 않음
unavailable-market-help = 게시자가 선택하신 시장에서는 이 오퍼를 판매하지 않습니다.
unavailable-not-sold = 판매 종료
unavailable-not-sold-help = 신규 판매가 끝났습니다. 기존 구독과 그 지원은 계속됩니다.

## 오퍼

offer-ask = 이 오퍼 문의하기
offer-about = 제품 소개
offer-foreign = 게시자가 제공한 설명의 언어는 { $language }입니다. 선택하신 언어로 된 설명은 없습니다.
offer-readiness-ready = 문의를 받을 준비가 되어 있습니다
offer-readiness-gaps = 아직 연락할 수 없는 사람이 있습니다
offer-readiness-unreachable = 이 오퍼에 관해 아무도 연락할 수 없습니다
offer-findings =
    { $count ->
        [0] 빠진 것이 없습니다.
       *[other] 고칠 점이 { $count }가지 있습니다.
    }
offer-edit = 연락처와 자료 편집
offer-orphaned = 이 게시자는 더 이상 응답하지 않습니다
offer-orphaned-help = 그래도 문의하십시오. 답변에 누가 대신 맡는지 나오며, 운영자가 게시자 측 담당자를 찾습니다.
offer-reach = { $publisher } 연락 방법
offer-hidden = 현재 역할로는 모든 연락처를 볼 수 없습니다
offer-hidden-help = 게시자의 파트너용 연락처를 볼 수 있는 역할: { $roles }. 조직에서 해당 역할을 가진 사람에게 이 페이지를 열어 달라고 하거나 사용자 관리자에게 그 역할을 요청하십시오.
offer-opened = 재판매 공개
offer-state = 상태
offer-state-draft = 초안
offer-state-live = 판매 중
offer-state-stop-sell = 신규 판매 없음, 기존 구독 유지
offer-state-withdrawn = 판매 철회
offer-supporter = 기술 지원
offer-id = 오퍼 ID
offer-id-copy = 오퍼 ID 복사
opt-in-all = 모든 파트너에게 공개
opt-in-selected = 지정 파트너에게 공개
opt-in-none = 파트너에게 공개되지 않음
supporter-publisher = 게시자 담당
supporter-operator = 마켓플레이스 운영자 담당
supporter-community = 커뮤니티에서 지원하며 응답은 보장되지 않음
facts-title = 정보
documents-elsewhere = 다른 언어({ $count })
documents-title = 문서와 링크
contact-customer-support = 고객 지원
contact-programme = 파트너 프로그램
contact-engineering = 엔지니어링
contact-support = 지원
contact-short-customer-support = 고객 지원
contact-short-programme = 파트너 프로그램
contact-short-engineering = 엔지니어링
contact-partners-only = 파트너 전용
contact-missing-customer-support = 게시자가 고객이 문의할 곳을 지정하지 않았습니다. 고객의 문의는 판매자를 거쳐야 합니다.
contact-missing-programme = 게시자가 마진, 비공개 오퍼, 재판매에 관한 연락처를 지정하지 않았습니다.
contact-missing-engineering = 게시자가 파트너 문의를 위한 엔지니어링 연락처를 지정하지 않았습니다.
vcard-save = vCard로 저장
who-title = 누가 무엇을 지원하나
who-when-you = 내가 문의할 때
who-when-customer = 고객이 문의할 때
who-first = 먼저 문의
who-owner = 담당
who-passes = 전달
who-none = 관여하지 않음
who-open = 공급자와 재판매인이 합의하지 않음
who-channel = 구매 방법
promised-title = 보장되는 서비스
promised-none = 서비스 수준이 담긴 계약이 등록되어 있지 않습니다. 게시자에게 제3자 고객 계약을 요청하십시오.
promised-counted = 시간 계산 기준: { $hours }
promised-uncounted = 어느 시간대를 기준으로 계산하는지 밝혀져 있지 않습니다.
severity = 심각도
severity-a = 업무 중단
severity-b = 업무 지장
severity-c = 질문이나 작은 결함
first-response = 첫 응답
update-interval = 진행 안내
target = 해결
every = { $span }마다
not-promised = 보장 없음
asked-now-until = 지금 문의하면 { $time }까지
first-response-in = 첫 응답 { $span } 이내
update-every = 이후 { $span }마다 안내
target-in = { $span } 이내 해결
plans-title = 요금제
plan = 요금제
plan-price = 가격
price-on-request = 별도 문의
term-monthly = 매월
term-annual = 매년
term-metered = 사용량 기준
resource-documentation = 사용자 설명서
resource-training = 교육
resource-sales-collateral = 영업 자료
resource-programme-marketing = 프로그램 마케팅 자료
resource-getting-started = 시작하기
resource-privacy = 개인정보
resource-terms = 약관
resource-other = 기타

## 문의

ask-title = 문의
ask-lede = 어떤 제품의 어떤 문의인지 알려 주십시오. 누가 담당하는지, 그 근거와 연락 방법을 알려 드립니다.
ask-product = 제품
ask-product-optional = 특정 제품에 관한 것이 아니면 비워 두십시오
ask-offer = 어떤 제품인가요?
ask-offer-hint = 제품 이름이나 게시자 이름의 일부를 입력하십시오.
ask-offer-none = “{ $name }”에 맞는 오퍼가 없습니다. 단어를 줄이거나 다르게 적어 보십시오.
ask-offer-several = “{ $name }”에 맞는 오퍼가 여럿입니다. 아래에서 하나를 고르십시오.
ask-offer-choose = 어느 것인가요?
ask-subscription = 어떤 구독인가요?
ask-subscription-hint = 구독을 고르면 누가 판매했고 무엇을 합의했는지 알 수 있어 답변이 정확해집니다.
ask-subscription-none = 특정 구독 아님
ask-channel = 어떻게 구매했나요?
ask-channel-unknown = 알 수 없음
ask-asker = 누가 문의하나요?
ask-asker-usual = 우리 조직의 평소 위치로
ask-topic-needed = 무엇에 관한 문의인지 고르십시오.
ask-words = 목록에서 찾기
ask-words-hint = 이 말이 들어 있는 주제만 목록에 남습니다.
ask-words-none = 이 단어가 들어간 주제가 없습니다. 입력란을 비우고 가장 가까운 주제를 고르십시오.
ask-go = 담당 찾기
ask-nothing-sent = 아직 아무에게도 보내지 않습니다.
family-technical = 제품
family-commercial = 결제와 구독
family-agreement = 계약 조건과 구매 가능 여부
family-commerce = 마켓플레이스 자체
family-support = 공급자와 재판매인 사이
family-product = 제품
family-purchase = 결제와 구독
family-contract = 계약 조건
family-platform = 마켓플레이스 자체

## 경로

line-label = 문의 경로
line-you = 현재 위치
line-first = 먼저 문의할 곳
line-owner = 담당
line-yours = 내 담당
line-escalation = 답이 없으면
line-unreached = 연락처를 알 수 없음
line-promise = { $span } 이내 응답
line-promise-range = 심각도에 따라 { $soonest }~{ $latest } 이내 응답
line-promise-until = { $time }까지
line-clock-agreement = 계약에서 보장합니다. 시간 계산 기준: { $hours }
line-clock-desk = 자체 지원 창구에서 보장합니다. 시간 계산 기준: { $hours }
line-clock-programme = 프로그램 규칙에서 보장합니다. 시간 계산 기준: { $hours }
line-clock-unsaid-desk = 자체 지원 창구에서 보장하지만, 어느 시간대를 기준으로 계산하는지는 밝히지 않았습니다.
line-clock-unsaid-programme = 프로그램 규칙에서 보장하지만, 어느 시간대를 기준으로 계산하는지는 정하지 않았습니다.
line-gap-title = 합의되지 않음:
line-gap = 이 주제를 누가 맡는지 정해지지 않았습니다. { $provider }에 문의하고 지원 분담에 정해 두십시오. 그때까지 문의는 그쪽으로 갑니다.
line-gap-others = 이 주제를 누가 맡는지 정해지지 않았습니다. { $provider } 측과 재판매인이 정해야 합니다. 그때까지는 경로에 나온 대로 문의하십시오.
verdict-yours = 직접 담당하시는 문의입니다.
verdict-yours-with = 직접 담당하시는 문의이며, { $first }의 도움이 필요합니다.
verdict-direct = 담당은 { $owner }입니다. 바로 문의하시면 됩니다.
verdict-unreached = 담당은 { $owner }이지만 지금은 연락할 수 없습니다. { $next }에 문의하십시오.
verdict-open = 누가 맡을지 합의되지 않았습니다. 먼저 { $first }에 문의하십시오.
verdict-through = 담당은 { $owner }입니다. 먼저 { $first }에 문의하십시오.
verdict-through-open = 담당은 { $owner }입니다. 누가 연락할지는 합의되지 않았으니 먼저 { $first }에 문의하십시오.

## 답변

answer-for = 고객: { $customer }
answer-change = 문의 바꾸기
answer-why = 근거
answer-edition = { $edition } 판, { $date }부터 시행
answer-source = 프로그램 공식 페이지
answer-superseded = 그 뒤 규칙이 바뀌었습니다
answer-superseded-help = 이 답변은 당시의 판을 따릅니다. 지금 유효한 내용은 다시 문의해 확인하십시오.
answer-again = 다시 문의하기
answer-missing = 빠진 것과 채워야 할 곳
answer-more = 보장, 다음 단계, 링크
answer-contacts = 다른 연락처
answer-next = 다음
answer-another = 다른 문의 하기
answer-copy = 답변을 텍스트로 복사
answer-link = 동료에게 보낼 이 답변의 링크
answer-link-copy = 링크 복사
answer-decided = 결정 시각: { $ago }({ $time })
answer-asked-as = 문의자: { $part }
answer-zone = 시각 기준: { $zone }.
clause-original = 원문(영어) 보기
promised-by = 보장하는 곳: { $who }
promise-stands-in = 출처:
promise-source-programme = 프로그램 규칙
promise-source-desk = 해당 조직이 밝힌 지원 창구 안내
promise-otherwise = 장애가 아닌 경우: 영업일 { $count }일 이내.

## 빠진 것과 채울 곳

lack-split = 공급자와 재판매인이 합의하지 않았습니다
lack-split-help = { $who }에서 이 주제를 누가 맡을지 재판매인과 정해야 합니다. 그때까지는 경로에 나온 대로 문의하십시오.
lack-contact = 게시자가 연락처를 제공하지 않습니다
lack-contact-help = { $who }에서 오퍼 페이지에 연락처를 올려야 합니다. 그때까지는 직접 연락할 수 없습니다.
lack-contact-customer-support = 고객 지원 연락처가 없습니다
lack-contact-customer-support-help = { $who }에서 고객이 문의할 수 있는 연락처를 올려야 합니다.
lack-contact-programme = 프로그램 파트너용 연락처가 없습니다
lack-contact-programme-help = { $who }에서 올려야 합니다. 그때까지는 다른 연락처를 이용하십시오.
lack-desk = 먼저 문의할 곳의 연락처가 없습니다
lack-desk-help = { $who }에서 지원 창구의 연락 방법을 밝혀야 합니다.
lack-service-level = 등록된 서비스 수준이 없습니다
lack-service-level-help = { $who }에서 서비스 수준이 담긴 계약을 제공해야 합니다. 그때까지는 응답 시간이 보장되지 않습니다.
lack-technical-choice = 기술 문의를 어떻게 할지 정하지 않았습니다
lack-technical-choice-help = { $who }에서 게시자에게 안내할지 아직 정하지 않았습니다. 정할 때까지는 직접 맡습니다.
lack-publisher-answer = 게시자가 더 이상 응답하지 않습니다
lack-publisher-answer-help = { $who }에서 대신 답할 담당자를 찾습니다. 경로의 점선을 따라 문의하십시오.
lack-support-promise = 이 제품의 지원을 보장하는 곳이 없습니다
lack-support-promise-help = 커뮤니티가 관리하는 제품입니다. { $who }에서 가능할 때 답합니다.
lack-purchase-date = 구매일을 알 수 없습니다
lack-purchase-date-help = { $who }에서 구매일을 알려야 합니다. 환불 기간이 남았는지가 이에 달려 있습니다.
lack-subscription = 어떤 구독에 관한 것인지 알 수 없습니다
lack-subscription-help = { $who }에서 구독을 지정해 다시 문의하면 판매한 곳이 경로에 이름으로 나옵니다.
lack-role = 현재 역할로는 게시자 연락처를 볼 수 없습니다
lack-role-help = { $who }: 연락처를 볼 수 있는 역할: { $roles }. 해당 역할을 가진 동료에게 연락을 부탁하거나 사용자 관리자에게 그 역할을 요청하십시오.
lack-act-support = 지금 정하기
lack-act-desk = 연락처 추가

## 제품 범주

category-ai = 인공지능
category-analytics = 분석
category-collaboration = 협업
category-commerce = 커머스
category-data = 데이터
category-developer-tools = 개발 도구
category-finance = 재무
category-industry = 산업
category-it-management = IT 관리
category-productivity = 생산성
category-security = 보안
category-supply-chain = 공급망
