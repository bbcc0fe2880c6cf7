### 무엇이 잘못되었고 어떻게 해야 하는지.

## 뜻대로 처리되지 않은 요청: 무슨 일인지, 그리고 어떻게 할지

error-not-found = 볼 수 있는 내용이 없습니다
error-not-found-help = 이름이 바뀌었거나 없어졌을 수 있고, 다른 조직이나 역할에만 보일 수도 있습니다. 이름으로 검색하거나 이전 화면으로 돌아가십시오.
error-not-allowed = 현재 역할로는 할 수 없습니다
error-not-allowed-help = 조직에서 권한이 있는 사람에게 부탁하거나 사용자 관리자에게 역할 변경을 요청하십시오.
error-not-shown = 현재 역할에는 보이지 않는 내용입니다
error-not-shown-help = 조직에서 이 내용을 볼 수 있는 역할: { $roles }. 해당 역할을 가진 사람에게 문의하거나 사용자 관리자에게 역할 변경을 요청하십시오.
error-invalid = 아직 받아들일 수 없는 항목이 있습니다
error-invalid-help = 아무것도 바뀌지 않았습니다. 표시된 곳을 고쳐서 다시 보내십시오.
error-changed = 그사이 다른 사람이 내용을 바꾸었습니다
error-changed-help = 보내신 내용은 저장되지 않았습니다. 지금의 내용을 확인하고, 여전히 필요하면 다시 고치십시오.
error-sign-in-needed = 로그인하지 않았습니다
error-sign-in-needed-help = 먼저 로그인하십시오. 프로그램은 Authorization 헤더에 “Bearer”와 토큰을 보내야 합니다.
error-unreadable = 요청을 읽을 수 없습니다
error-unreadable-help = 일부가 정해진 형식이 아닙니다. 돌아가서 다시 입력하고 보내십시오.
error-too-large = 한 번에 보낼 수 있는 양을 넘었습니다
error-too-large-help = 요청 하나는 256KiB까지입니다. 줄이거나 나누어 보내십시오.
error-version-needed = 어느 버전을 고친 것인지 알 수 없습니다
error-version-needed-help = 먼저 읽고, 함께 온 ETag를 If-Match 헤더에 넣어 보내십시오. 그래야 다른 사람의 변경이 사라지지 않습니다.
error-too-many = 짧은 시간에 요청이 너무 많습니다
error-too-many-help = 이번 1분의 요청 한도를 다 썼습니다. 본인의 한도이거나 조직 프로그램의 한도이며, 로그인하지 않았다면 주소의 한도입니다. 잠시 기다렸다가 계속하십시오. 기다릴 초는 Retry-After 헤더에 있습니다.
error-method = 이 주소에서는 받지 않는 요청입니다
error-method-help = 받는 메서드는 Allow 헤더에 있습니다. 각각의 쓰임은 API 참조에서 확인하십시오.
error-not-json = JSON만 읽을 수 있습니다
error-not-json-help = 본문을 JSON으로, “Content-Type: application/json” 헤더와 함께 보내십시오.

## 기록에 접근하거나 쓸 수 없음

store-busy = 시스템이 바쁩니다
store-busy-help = 아무것도 바뀌지 않았습니다. 같은 기록을 동시에 고치는 사람이 있었습니다. 몇 초 뒤에 다시 시도하십시오.
store-unavailable = 시스템이 기록에 접근할 수 없습니다
store-unavailable-help = 아무것도 바뀌지 않았습니다. 1분 뒤에 다시 시도하고, 계속되면 시스템 운영 담당자에게 알리십시오.
store-outcome-unknown = 저장되었는지 확실하지 않습니다
store-outcome-unknown-help = 저장하는 순간 연결이 끊겼습니다. 다시 보내기 전에 변경이 반영되었는지 확인하십시오.
store-too-slow = 너무 오래 걸려 중단했습니다
store-too-slow-help = 아무것도 바뀌지 않았습니다. 1분 뒤에 다시 시도하거나 한 번에 요청하는 양을 줄이십시오.
store-disk-full = 저장할 공간이 없습니다
store-disk-full-help = 아무것도 바뀌지 않았습니다. 시스템 운영 담당자가 디스크 공간을 비워야 합니다. 읽기는 계속할 수 있습니다.
store-failed = 시스템이 처리하지 못했습니다
store-failed-help = 아무것도 바뀌지 않았습니다. 원인은 시스템 로그에 있습니다. 언제 무엇을 했는지 운영 담당자에게 알리십시오.

## 문의

error-topic-unknown = “{ $value }”은(는) 이 프로그램의 주제가 아닙니다. 목록에서 고르십시오.
error-offer-unknown = 볼 수 있는 오퍼 가운데 “{ $value }”이(가) 없습니다. 게시자/오퍼 형식으로 쓰거나 검색에서 고르십시오.
error-subscription-unknown = 볼 수 있는 구독 가운데 “{ $value }”이(가) 없습니다. 마켓플레이스에서 받은 ID를 쓰십시오.
error-subscription-of-other-offer = 이 구독은 다른 오퍼의 것입니다. 오퍼와 구독 가운데 하나만 고르십시오.
error-channel-of-other-sale = 구독은 다른 경로로 구매되었습니다. 경로는 비워 두십시오. 구독에서 알 수 있습니다.
error-asker-not-yours =
    { $value ->
        [customer] 소속 조직은 이곳의 고객이 아니므로 고객으로 문의할 수 없습니다.
        [reseller] 소속 조직은 이곳의 재판매인이 아니므로 재판매인으로 문의할 수 없습니다.
        [provider] 소속 조직은 이곳의 간접 공급자가 아니므로 간접 공급자로 문의할 수 없습니다.
        [partner] 소속 조직은 이곳의 직접 청구 파트너가 아니므로 파트너로 문의할 수 없습니다.
        [publisher] 소속 조직은 이곳의 게시자가 아니므로 게시자로 문의할 수 없습니다.
       *[other] 소속 조직은 이 마켓플레이스의 운영자가 아니므로 운영자로 문의할 수 없습니다.
    }

## 오퍼의 연락처, 자료, 계약과 지원 창구

error-contact-kind = 무엇을 위한 연락처인지 고르십시오: 고객 지원, 엔지니어링, 프로그램.
error-contact-twice =
    { $value ->
        [customer-support] 고객 지원 연락처가 두 번 나옵니다. 하나만 남기십시오.
        [engineering] 엔지니어링 연락처가 두 번 나옵니다. 하나만 남기십시오.
       *[programme] 프로그램 연락처가 두 번 나옵니다. 하나만 남기십시오.
    }
error-email = “{ $value }”은(는) 올바른 이메일 주소 하나가 아닙니다. support@example.com처럼 하나만 쓰십시오.
error-phone = “{ $value }”(으)로는 전화할 수 없습니다. +82 2 555 0142처럼 국가 번호와 숫자로 쓰십시오.
error-url = “{ $value }”은(는) 웹 주소가 아닙니다. https://example.com/help처럼 https://로 시작하십시오.
error-too-long = 너무 깁니다. 최대 { $value }자까지 쓸 수 있습니다.
error-title-length = 제목을 1자에서 255자 사이로 쓰십시오.
error-too-many-resources = 오퍼 하나에는 자료를 { $value }개까지 넣을 수 있습니다. 필요 없는 자료를 빼십시오.
error-hours = “{ $value }”을(를) 운영 시간으로 읽을 수 없습니다. “Mon-Fri 09:00-18:00 Asia/Seoul” 또는 24x7처럼 쓰십시오.
error-hours-typed = 줄마다 시작 시각과 그보다 늦은 종료 시각을 쓰고, 시간대를 목록에서 고르십시오.
error-url-needed = 이 자료가 있는 곳을 https://로 시작하는 웹 주소로 쓰십시오. 자료를 빼려면 제목도 지우십시오.
error-span = “{ $value }”은(는) 시간 길이가 아닙니다. 30 min, 4 h, 2 d처럼 분, 시간, 일로 쓰십시오.
error-first-response = 첫 응답까지 걸리는 시간을 쓰십시오. 그 시간이 없으면 다른 시간의 기준이 없습니다.
error-agreement-title = 읽는 사람이 어느 계약인지 알 수 있도록 이름을 쓰십시오.
error-too-many-languages = 언어는 최대 { $value }개까지 고르십시오.
error-language-tag = “{ $value }”은(는) 언어 태그가 아닙니다. en, es-MX, zh-Hant처럼 쓰십시오.
error-span-range = 약속하는 시간은 1분에서 10년 사이여야 합니다.
error-severity-twice = 심각도 { $value }이(가) 두 번 있습니다. 한 줄만 남기십시오.

## 공급자와 재판매인의 지원, 선택, 지원 문의처

error-reseller-not-yours = “{ $value }”은(는) 귀사의 재판매인이 아닙니다. 목록에서 고르십시오.
error-topic-not-split = 공급자와 재판매인이 “{ $value }” 주제는 나누지 않습니다. 빼십시오.
error-until-before-from = 마지막 날이 첫날보다 앞섭니다. 더 늦은 날을 고르거나 비워 두십시오.
error-date = “{ $value }”은(는) 날짜가 아닙니다. 2027-01-31처럼 연, 월, 일을 쓰십시오.
error-support-contact-party = 간접 판매의 지원 문의처는 재판매인이나 공급자만 될 수 있습니다.
error-support-contact-relation = 지원 문의처가 되려면 귀사의 재판매인이면서 이 고객에게 판매하고 있어야 합니다.

## 프로그램이 보내는 값

error-after = “{ $value }”은(는) 이 목록의 페이지 끝을 가리키는 값이 아닙니다. 직접 쓰지 말고 rel="next" 링크를 따라가십시오.
error-asker = “{ $value }”은(는) 다음 당사자 가운데 하나가 아닙니다: customer, reseller, provider, partner, publisher, operator.
error-channel = “{ $value }”은(는) 다음 구매 경로 가운데 하나가 아닙니다: direct, direct-bill, indirect.
error-choice = “{ $value }”은(는) 다음 선택 가운데 하나가 아닙니다: send-on, coordinate. 선택을 취소하려면 null을 보내십시오.
error-language = “{ $value }”은(는) 다음 언어 가운데 하나가 아닙니다: en, tr, ko, es.
error-limit = 한 페이지에는 1개에서 100개까지 담을 수 있습니다. { $value }개는 안 됩니다.
error-readiness = “{ $value }”은(는) 다음 가운데 하나가 아닙니다: ready, gaps, unreachable.
error-resource-kind = “{ $value }”은(는) 다음 가운데 하나가 아닙니다: documentation, training, sales-collateral, programme-marketing, getting-started, privacy, terms, other.
error-severity = “{ $value }”은(는) 다음 심각도 가운데 하나가 아닙니다: A, B, C.
error-share = “{ $value }”은(는) 다음 가운데 하나가 아닙니다: reseller, reseller-then-provider, provider. 합의되지 않은 주제는 빼십시오.

## 데이터베이스를 열 수 없음

database-url-unknown = 데이터베이스 주소 { $place }을(를) 이해할 수 없습니다
database-url-unknown-help = 파일 경로, 또는 sqlite:나 postgres://로 시작하는 주소를 지정하십시오.
database-missing = { $place }에 데이터베이스가 없습니다
database-missing-help = 경로를 확인하십시오. 그 경로로 시스템을 시작하면 새 데이터베이스가 만들어집니다.
database-unwritable = { $place }을(를) 읽기 및 쓰기용으로 열 수 없습니다
database-unwritable-help = 시스템을 실행하는 사용자가 파일과 폴더에 쓸 수 있게 하거나 다른 위치를 지정하십시오.
database-locked = 다른 프로세스가 { $place }을(를) 사용하고 있습니다
database-locked-help = 파일을 열어 둔 프로그램을 멈추거나 끝날 때까지 기다렸다가 다시 시작하십시오.
database-not-one = { $place }은(는) 데이터베이스가 아닙니다
database-not-one-help = 다른 종류의 파일이거나 손상되었습니다. 경로를 확인하거나 백업에서 복원하십시오.
database-foreign = { $place }은(는) 다른 프로그램의 데이터베이스입니다
database-foreign-help = 파일에 아무것도 쓰지 않았습니다. 이 시스템의 데이터베이스나 아직 없는 파일의 경로를 지정하십시오.
database-disk-full = { $place }에 쓸 공간이 없습니다
database-disk-full-help = 디스크 공간을 비우거나 다른 디스크의 위치를 지정하십시오.
database-unreachable = { $place }에서 응답하는 데이터베이스 서버가 없습니다
database-unreachable-help = 호스트와 포트, 서버 실행 여부, 이 컴퓨터에서의 네트워크 연결을 확인하십시오.
database-login-refused = { $place }에서 로그인을 거부했습니다
database-login-refused-help = 주소의 사용자와 암호 또는 인증서, 서버가 이 컴퓨터의 연결을 받는지 확인하십시오.
database-name-unknown = { $place }에 { $database } 데이터베이스가 없습니다
database-name-unknown-help = 서버에 데이터베이스를 만들거나 주소의 이름을 고치십시오.
database-tls = { $place }에 신뢰할 수 있는 암호화 연결을 할 수 없습니다
database-tls-help = 이 컴퓨터가 서버 인증서를 신뢰하게 하거나 주소의 sslmode를 서버가 제공하는 값으로 맞추십시오.
database-schema-newer = 더 새로운 버전이 이 데이터베이스를 사용했습니다({ $migration })
database-schema-newer-help = 아무것도 바뀌지 않았습니다. 그 버전으로 시작하거나 다른 데이터베이스를 지정하십시오.
database-schema-changed = { $migration } 단계가 다른 내용으로 적용된 데이터베이스입니다
database-schema-changed-help = 아무것도 바뀌지 않았습니다. 데이터베이스를 만든 버전을 쓰거나 이전 백업을 복원하십시오.
database-migration-failed = 데이터베이스를 최신 상태로 바꾸지 못했습니다: { $migration } 단계 실패
database-migration-failed-help = 그 단계의 흔적은 남지 않았습니다. 원인은 아래와 로그에 있습니다. 해결한 뒤 다시 시작하십시오.
database-open-failed = { $place }을(를) 열 수 없습니다
database-open-failed-help = 원인은 아래와 로그에 있습니다. 해결한 뒤 다시 시작하십시오.

# Signing in and passwords
error-password-short = 10자 이상으로 정하세요. 짧은 문장이 기억하기 쉽습니다.
error-password-long = 1,024바이트 이하로 정하세요.
error-password-common = 많은 사람이 쓰는 비밀번호이거나 본인의 이름입니다. 다른 비밀번호를 정하세요.
error-password-breached = 유출된 적이 있는 비밀번호라서 추측하는 사람이 먼저 시도합니다. 다른 비밀번호를 정하세요.
error-sign-in-wrong = 이메일 주소와 비밀번호가 맞지 않습니다. 둘 다 확인하거나 새 비밀번호를 요청하세요.
error-token-name = 토큰 이름을 80자 이하로 지정하세요.
error-token-days = { $value }은(는) 1일에서 366일 사이가 아닙니다.
error-token-kind = “{ $value }”은(는) 로그인 방법이 아닙니다. token과 client가 있습니다.
error-token-roles = 여기 있는 역할 가운데 하나 이상을 고르세요. 토큰은 본인이 할 수 없는 일을 할 수 없습니다.
error-tokens-max = 토큰과 클라이언트가 이미 { $value }개 있습니다. 쓰지 않는 것을 취소하세요.
error-name = 120자 이하의 이름을 입력하세요.
error-roles = 이 조직에 있는 역할을 하나 이상 고르세요.
error-member-already = 이미 조직에 속해 있는 사람입니다.
error-last-manager = 여기서 역할을 줄 수 있는 사람이 더 없습니다. 먼저 다른 사람에게 사용자를 관리하는 역할을 주십시오.
error-oneself = 자기 자신에게는 할 수 없습니다. 조직의 다른 관리자에게 요청하십시오.
error-invitations-max = 열린 초대가 이미 { $value }건 있습니다. 먼저 일부를 취소하십시오.
error-organisation-unknown = 볼 수 있는 조직 가운데 “{ $value }”이(가) 없습니다. 조직의 식별 이름을 입력하십시오.
error-role = “{ $value }”은(는) 역할이 아닙니다.
error-person-unknown = “{ $value }”인 사람이 없습니다. 식별 이름이나 이메일 주소를 입력하십시오.
error-belongs-nowhere = { $value }은(는) 어느 조직도 대신할 수 없어 비밀번호가 있어도 소용이 없습니다. 먼저 조직에 추가하십시오.
error-email-taken = 이 주소의 계정이 이미 있습니다. 그 계정으로 로그인하세요.
