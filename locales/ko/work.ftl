### 조직이 설정하는 페이지: 게시자의 오퍼, 선택과 지원 분담, 고객과 구독, 지원 창구, 그리고 API 참조.

## 양식

form-saved = 저장했습니다. 이제 모두에게 이렇게 보입니다.
form-dismiss = 닫기
form-save = 저장
form-leave = 변경하지 않기
form-changed = 보내신 내용은 아직 저장되지 않았고 아래 양식에 그대로 있습니다. 서로 다른 곳에는 지금 기록된 내용이 표시됩니다. 다시 저장하면 보내신 내용으로 바뀝니다.
form-empty = (비어 있음)
form-name = 팀 또는 담당자
form-email = 이메일
form-phone = 전화번호
form-phone-hint = 국가 번호를 포함합니다.
form-url = 웹 주소
form-url-hint = https://로 시작합니다
form-hours = 운영 시간
form-hours-hint = 읽는 사람의 시간대로 표시됩니다. 정해진 시간이 없으면 비워 두십시오.
form-hours-row = 요일과 시간
form-always = 24시간
form-day-first = 시작 요일
form-day-last = 마지막 요일
form-opens = 시작 시각
form-closes = 종료 시각
form-zone = 시간대
form-languages = 언어
form-more-languages = 다른 언어
targets-hint = 시간은 30분, 4시간, 2일처럼 쓰십시오. 하루는 아래 운영 시간 가운데 24시간으로 셉니다. 약속하지 않는 칸은 비워 두십시오.
work-first = 처음으로

## 게시자의 오퍼

my-offers-title = 내 오퍼
my-offers-lede = 오퍼마다 문의를 받을 준비가 얼마나 되었는지 보여 줍니다. 손볼 것이 많은 오퍼가 먼저 나옵니다.
my-offers-empty = 아직 오퍼가 없습니다
my-offers-empty-help = 등록 정보를 가져오면 여기에 나타납니다. 마켓플레이스 운영자에게 요청하십시오.
my-offers-said =
    { $count ->
       *[other] 오퍼 { $count }개
    }{ $unreachable ->
        [0] { "" }
       *[other] , 그중 { $unreachable }개는 문의할 곳이 없음
    }
my-offers-offer = 오퍼
my-offers-readiness = 준비 상태
my-offers-to-fix = 먼저 고칠 것
my-offers-nothing = 없음
my-offers-more = 외 { $count }건
my-offers-complete = 완전함
my-offers-ready = 준비됨, 권장 { $count }건
my-offers-gaps = 고칠 것 { $count }건
my-offers-unreachable = 연락할 곳 없음
offer-edit-see = 페이지 보기
offer-edit-read-only = 볼 수는 있지만 바꿀 수는 없습니다
offer-edit-everyone = 모두에게 보임
my-contact-hint-customer-support = 고객과 판매자가 문의할 곳입니다. 여러 사람이 읽는 주소를 쓰십시오.
my-contact-hint-programme = 마진, 비공개 오퍼, 재판매에 관한 판매자의 문의를 위한 연락처입니다. 고객에게는 보이지 않습니다.
my-contact-hint-engineering = 장애를 알리려는 판매자를 위한 연락처입니다. 고객에게는 보이지 않습니다.
offer-edit-resources = 자료와 링크
offer-edit-resources-hint = 문의하기 전에 필요한 자료입니다. 영업 및 마케팅 자료는 판매자에게만 보입니다. 자료를 빼려면 칸을 비우거나 “빼기”를 선택하십시오.
offer-edit-document = 자료 { $number }: { $field }
offer-edit-contacts = 연락처
offer-edit-resource-title = 제목
offer-edit-resource-url = 웹 주소
offer-edit-resource-kind = 종류
offer-edit-resource-lang = 언어
offer-edit-any-language = 지정 안 함
offer-edit-remove = 빼기
offer-edit-agreement = 계약과 서비스 수준
offer-edit-agreement-hint = 제3자 고객 계약에서 약속한 내용입니다. 문의하는 사람에게 귀사의 이름으로 안내됩니다.
offer-edit-agreement-title = 계약 이름
offer-edit-agreement-url = 계약을 볼 수 있는 곳
offer-edit-agreement-hours-hint = 위의 시간이 흐르는 운영 시간입니다. 비어 있으면 24시간입니다.
offer-edit-consequence = 저장하면 새 문의에는 곧바로 이 연락처와 약속이 안내됩니다. 이미 나간 답변은 그대로입니다.
offer-seen-title = 당사자별로 보이는 모습
offer-seen-by = 보는 쪽
offer-seen-no-contact = 연락처가 하나도 보이지 않습니다.
offer-seen-hidden = { $party }에게 보이지 않는 것: { $what }.

## 오퍼의 준비를 이루는 것과 막는 것

ready-title = 문의를 받을 준비
ready-count = { $all }개 중 { $met }개
ready-fix = 고치기
ready-customer-support = 고객이 연락할 수 있습니다
ready-hours = 운영 시간이 나와 있습니다
ready-engineering = 판매자가 장애를 알릴 수 있습니다
ready-programme = 판매자가 재판매를 문의할 수 있습니다
ready-addresses = 주소가 모두 올바릅니다
ready-documentation = 사용자 설명서가 있습니다
ready-agreement = 계약이 등록되어 있습니다
finding-no-contact = 이 오퍼에 관해 연락할 곳이 없습니다
finding-no-contact-help = 적어도 고객 지원 연락처를 쓰십시오. 그때까지 모든 문의는 판매자에게서 멈춥니다.
finding-no-customer-support = 고객 지원 연락처가 없습니다
finding-no-customer-support-help = 판매자가 안내해도 고객이 문의할 곳이 없습니다.
finding-no-engineering = 엔지니어링 연락처가 없습니다
finding-no-engineering-help = 장애를 발견한 판매자가 누구에게 알려야 할지 모릅니다.
finding-no-programme-contact = 파트너 프로그램 연락처가 없습니다
finding-no-programme-contact-help = 판매자가 마진, 비공개 오퍼, 재판매를 문의할 수 없습니다.
finding-malformed-email = “{ $value }”은(는) 이메일 주소가 아닙니다
finding-malformed-email-help = 보낸 메일이 도착하지 않습니다. 고치십시오.
finding-personal-mailbox = “{ $value }”은(는) 개인 메일함으로 보입니다
finding-personal-mailbox-help = 그 사람이 자리를 비우면 문의가 읽히지 않습니다. 팀이 함께 읽는 주소를 쓰십시오.
finding-bad-url = “{ $value }”은(는) 웹 주소가 아닙니다
finding-bad-url-help = 링크가 연결되지 않습니다. https://로 시작하십시오.
finding-bad-phone = “{ $value }”(으)로는 전화할 수 없습니다
finding-bad-phone-help = 국가 번호를 넣어 쓰십시오.
finding-no-hours = 고객 지원 운영 시간이 없습니다
finding-no-hours-help = 지금 답하는지 내일 답하는지 아무도 알 수 없습니다.
finding-no-documentation = 사용자 설명서가 없습니다
finding-no-documentation-help = 읽을 안내서가 있으면 많은 문의가 생기지 않습니다.
finding-no-agreement = 서비스 수준이 담긴 계약이 없습니다
finding-no-agreement-help = 판매자가 고객에게 언제 답을 받을지 알려 줄 수 없습니다.

## 기술 문의: 판매자의 선택

choice-title = 고객의 기술 문의
choice-lede = 기술 문의는 제품의 게시자가 담당합니다. 고객이 게시자에게 직접 문의하게 할지, 귀사가 맡아 조율할지 고르십시오.
choice-usual = 모든 제품
choice-none = 아직 선택하지 않음
choice-help-none = 고객은 귀사에 문의하라는 안내와, 귀사가 처리 방법을 정하지 않았다는 안내를 받습니다.
choice-send-on = 게시자에게 안내
choice-help-send-on = 고객에게 게시자의 고객 지원이 표시되고, 고객이 직접 문의합니다. 게시자가 고객용 연락처를 주지 않은 제품은 그대로 귀사에 문의합니다.
choice-coordinate = 직접 조율
choice-help-coordinate = 고객은 귀사에 문의합니다. 귀사가 게시자와 협력해 답을 전합니다.
choice-save = 선택 저장
choice-exceptions = 제품별로 다른 선택
choice-no-exceptions = 없음: 위의 선택이 모든 제품에 적용됩니다.
choice-offer = 어떤 제품입니까?
choice-offer-hint = 제품이나 게시자 이름의 일부를 쓰십시오.
choice-found = 이 가운데 어느 것입니까?
choice-for-it = 이 제품의 기술 문의
choice-add = 추가
choice-remove = 빼기
error-offer-needed = 어떤 제품에 관한 것인지 쓰십시오.

## 지원: 선택과 분담

support-title = 지원
support-lede = 기술 문의를 어떻게 처리하는지, 재판매인마다 무엇에 합의했는지 정합니다. 저장하는 순간부터 답변에 반영됩니다.
support-read-only = 볼 수는 있지만 바꿀 수는 없습니다
support-resellers = 재판매인
support-resellers-said =
    { $count ->
       *[other] 재판매인 { $count }곳
    }, { $open ->
        [0] 미합의 없음
       *[other] { $open }곳에 미합의 항목 있음
    }
support-no-reseller = 아직 재판매인이 없습니다
support-no-reseller-help = 귀사를 통해 판매한다는 것을 마켓플레이스 운영자가 등록하면 나타납니다.
support-by-topic = 주제별
share-reseller = 재판매인
share-both = 함께
share-provider = 공급자
share-open = 미정
split-title = { $reseller }와(과)의 지원 분담
split-lede = 고객이 문의할 때 둘 중 누가 무엇을 맡는지 정합니다. 정하지 않은 주제는 경로에 있는 모두에게 미합의로 보입니다.
split-state = 상태
split-none = 합의되지 않음
split-agreed = 합의됨
split-open = 미정 주제 { $count }개
split-open-said =
    { $count ->
        [0] 미정 주제 없음
       *[other] 주제 { $count }개가 미정으로 남음
    }
split-profile = 기본안
split-profiles = 기본안에서 시작하기
split-use-profile = 이 기본안 쓰기
split-no-profile = 없음
split-from = 첫날
split-until = 마지막 날
split-until-hint = 비워 두면 다른 합의로 바뀔 때까지 유효합니다.
split-until-replaced = 바뀔 때까지
split-topic = 주제
split-who = 맡는 쪽
split-customer-sees = 고객에게 보이는 것
split-legend = 재판매인: 먼저 문의를 받고 답합니다. 함께: 재판매인이 먼저 받고 공급자가 답합니다. 공급자: 직접 문의를 받고 답합니다. 미정: 아직 합의되지 않았습니다.
split-meets = 재판매인의 고객을 직접 응대합니다
split-meets-hint = 문의가 귀사로 넘어올 때 고객에게 귀사의 연락처가 보입니다. 그렇지 않으면 재판매인만 보입니다.
split-meets-yes = 예
split-meets-no = 아니요
split-changes = 바뀌는 것
split-no-change = 지금 합의와 다른 점이 없습니다
split-consequence = { $reseller } 측이 수락하면 첫날부터 { $since } 합의를 대신합니다. 새 문의는 이에 따라 답하고, 이미 나간 답변은 그대로이며, 이전 합의도 기록에 남습니다.
split-consequence-first = { $reseller } 측이 수락하면 첫날부터 그 고객의 문의를 이에 따라 답합니다. 이미 나간 답변은 그대로입니다.
split-agree = 제안하기
split-preview = 결과 보기
split-history = 지금까지의 합의
split-no-history = 아직 없습니다.
split-contents = 합의 내용
split-show = 보기
split-in-force = 유효
split-later = 시작 전
split-ended = 종료

## 재판매인의 몫

reseller-title = 귀사의 몫, 공급자의 몫
reseller-lede = 문의하는 고객에게도 똑같이 보입니다.
reseller-print = 창구용으로 인쇄
reseller-with = 공급자: { $provider }
reseller-agreed = { $provider }와(과) 합의, { $day }부터
reseller-open-title = 합의되지 않음: { $topics }
reseller-open-help = 합의할 때까지 이 주제는 { $provider }에 문의하고, 지원 분담에 정해 두십시오.
reseller-no-desk = 공급자가 연락 방법을 알리지 않았습니다. 그쪽 담당자에게 이곳에 연락처를 등록해 달라고 요청하십시오.
reseller-no-desk-short = 연락처 없음
reseller-no-provider = 아직 공급자가 없습니다
reseller-no-provider-help = 누구를 통해 판매하는지 마켓플레이스 운영자가 등록하면 나타납니다.
reseller-whose = 담당
reseller-way = 문의 경로
reseller-turn-to = 문의할 곳
reseller-yours = 귀사
reseller-both = 함께: 귀사가 받고 공급자가 답합니다
reseller-theirs = 공급자
reseller-open = 합의되지 않음
reseller-you = 귀사
reseller-nobody = 없음, 귀사가 답합니다
reseller-meets = 공급자가 고객을 직접 응대하므로 고객에게 공급자의 연락처가 보입니다.

## 고객과 구독

customers-title = 고객
customers-lede = 누구에게 판매하고, 구독마다 누가 지원하는지 보여 줍니다.
customers-empty = 아직 고객이 없습니다
customers-empty-help = 판매 조정 파일을 가져오면 나타납니다.
customers-no-subscription = 구독이 없습니다.
customers-all = 모든 구독
subscriptions-title = 구독
subscriptions-lede = 관련된 모든 구독입니다.
subscriptions-lede-own = 소속 조직이 사용하는 제품과 문의할 곳입니다.
subscriptions-empty = 아직 구독이 없습니다
subscriptions-empty-help = 구매한 뒤 판매자의 기록을 가져오면 나타납니다. 그 전에도 제품에 관해 문의할 수 있습니다.
subscription-title = { $offer } - { $customer }
subscription-offer = 제품
subscription-state = 상태
subscription-state-active = 사용 중
subscription-state-trial = 평가판
subscription-state-suspended = 일시 중단
subscription-state-cancelled = 해지됨
subscription-state-action-needed = 활성화 안 됨
subscription-state-help-active = 사용하고 있습니다. 기간이 끝나면 자동으로 갱신됩니다.
subscription-state-help-trial = 제때 해지하지 않으면 자동으로 유료 구독으로 바뀌고 갱신됩니다.
subscription-state-help-suspended = 지금은 사용할 수 없습니다. 데이터는 90일, 최대 120일 동안 보관됩니다. 그 전에 중단된 원인을 해결하십시오.
subscription-state-help-cancelled = 끝났습니다. 마지막 청구에 관한 문의는 같은 경로로 하면 됩니다.
subscription-state-help-action-needed = 구매했지만 게시자 쪽에서 활성화되지 않았습니다. 링크는 누구에게도 발송되지 않으므로 판매자가 전달해야 합니다. 게시자가 확인해야 청구가 시작됩니다.
subscription-support = 지원 문의처
subscription-who-supports = 문의할 곳
subscription-by-default = 기본값
subscription-no-desk = 연락처가 없습니다
subscription-no-desk-help = 지원 연락 방법을 알리지 않았습니다. 이곳에서 문의하면 어떻게 할지 안내합니다.
subscription-give-desk = 연락처 등록하기
subscription-ask = 이 구독 문의하기
subscription-see-offer = 오퍼 보기
subscription-parties = 관련 당사자
subscription-plan = 요금제
subscription-term = 청구 주기
subscription-quantity = 라이선스 수
subscription-purchased = 구매일
subscription-renewed = 갱신일
subscription-id = 구독 ID
subscription-set = 지원 문의처 지정
subscription-set-hint = 고객에게 문의할 곳으로 누구를 보여 줄지 정합니다. 새 문의부터 곧바로 적용됩니다.
subscription-set-provider = { $customer }에 공급자 { $name }에 문의하라고 안내합니다.
subscription-set-reseller = { $customer }에 재판매인 { $name }에 문의하라고 안내합니다. 귀사의 재판매인이며 이 고객에게 판매하고 있어야 합니다.
subscription-set-go = 지정
subscription-set-locked = 지원 문의처를 지정할 수 없습니다
subscription-set-role = 조직의 관리 에이전트, 전역 관리자, 기술 지원팀 에이전트가 지정할 수 있습니다.

## 지원 창구

desk-title = 내 지원 창구
desk-lede = 소속 조직의 지원에 연락하는 방법입니다. 귀사로 안내받은 사람에게 보입니다.
desk-lede-seller = 어떤 지원을 하는지, 어떻게 언제 연락하는지, 비용은 얼마인지 고객에게 알려야 합니다. 고객이 귀사로 안내받을 때마다 이 내용이 보입니다.
desk-read-only = 볼 수는 있지만 바꿀 수는 없습니다
desk-contact = 연락 방법
desk-promises = 답변까지 걸리는 시간
desk-promises-hint = 심각도별로 정합니다. 시간은 30분, 4시간, 2일처럼 쓰고, 약속하지 않는 칸은 비워 두십시오.
desk-price-title = 비용
desk-price = 지원 비용
desk-price-hint = “포함” 또는 “운영 시간 외 시간당 60유로”처럼 자유롭게 쓰십시오.
desk-consequence = 저장하면 귀사로 안내받은 모두에게 곧바로 보입니다.

## API 참조

reference-title = API 참조
reference-lede = 페이지와 같은 답을 같은 조항과 함께 제공합니다. 버전 1.
reference-document = OpenAPI 문서
reference-contents = 목차
reference-sign-in = 로그인
reference-sign-in-text = Authorization 헤더에 베어러 토큰을 보내세요. 토큰은 조직에 속하며, 프로그램이 보고 할 수 있는 일은 토큰의 역할이 정합니다. 프로그램을 관리하는 사람이 설정 › 토큰에서 만듭니다. 텍스트의 언어는 Accept-Language로 정합니다.
reference-token = 데모에서 쓰는 내 토큰:
reference-errors = 오류
reference-errors-text = 오류는 type, title, status, detail이 있는 문제 문서(RFC 9457)로 옵니다. errors에는 받아들일 수 없는 입력이 하나씩 나옵니다. type은 언어와 관계없이 같습니다.
reference-paging = 페이지 나누기
reference-paging-text = 목록은 limit에 정한 수까지 항목을 줍니다. 더 있으면 Link 헤더에 rel="next"로 다음 페이지 주소가 옵니다. 그대로 따라가십시오.
reference-versions = 변경
reference-versions-text = 바꿀 수 있는 것에는 ETag가 함께 옵니다. 변경과 함께 If-Match로 돌려보내십시오. 다른 사람이 먼저 바꾸었으면 412가 오고 아무것도 바뀌지 않습니다.
reference-limits = 한도
reference-limits-text = 조직마다 1분 동안의 호출 수가 정해져 있으며, 유효한 토큰이 없는 호출은 같은 수를 주소별로 나누어 씁니다. RateLimit-Policy는 한도를, RateLimit은 남은 수를 알려 줍니다. 넘으면 Retry-After와 함께 429가 옵니다.
reference-objects = 개체
reference-field = 필드
reference-type = 형식
reference-what = 설명
reference-required = 필수
reference-parameters = 매개 변수
reference-body = 본문
reference-request = 요청
reference-reply = 응답
reference-example = 예
reference-copy = 복사
