### 허브가 서명하고 암호화할 때 쓰는 키.

keys-unusable = 허브가 키를 쓸 수 없습니다
keys-unusable-help = 원인은 허브를 운영하는 사람이 로그에서 볼 수 있습니다. 잠시 뒤 다시 해 보세요.
error-code-lost = 허브가 이 앱의 코드를 더 이상 확인할 수 없습니다. 복구 코드를 입력한 뒤 내 계정에서 앱을 다시 설정하세요. 복구 코드가 없으면 조직의 관리자에게 문의하세요.

# 키 파일을 쓸 수 없는 까닭
keys-unnamed = PostgreSQL을 쓰는 허브에는 모든 컴퓨터가 함께 읽는 키 파일이 필요합니다. --keys 파일 또는 FIRSTLINE_KEYS로 지정하십시오. “firstline keys renew --keys 파일”로 만들 수 있습니다.
keys-missing = { $file }에 키 파일이 없습니다. 파일을 되돌려 놓거나 --keys로 다른 파일을 지정하십시오. 이 허브에 키 파일이 있었던 적이 없을 때만 “firstline keys renew --keys { $file }”로 만드십시오.
keys-unreadable = 키 파일 { $file }을(를) 읽을 수 없습니다: { $cause }.
keys-unwritable = 키 파일 { $file }에 쓸 수 없습니다: { $cause }. 비밀 저장소가 파일을 보관한다면 --print를 붙이고, 출력된 내용을 저장소에 넣으십시오.
keys-exposed = 이 컴퓨터의 다른 사용자가 키 파일 { $file }을(를) 읽거나 바꿀 수 있습니다(모드 { $mode }). 다음과 같이 막으십시오: chmod 600 { $file }. 누군가 읽었을 수 있다면 키도 바꾸십시오: “firstline keys renew”, 그다음 “firstline keys retire”.
keys-large = { $file }은(는) { $kibibytes } KiB보다 커서 키 파일이 아닙니다.
keys-empty = { $file }에 키가 없습니다. “firstline keys renew”로 추가하십시오.
keys-full = { $file }에 키가 { $most }개 있어 더 넣을 수 없습니다. 먼저 오래된 키를 없애십시오: “firstline keys retire”.
keys-broken = { $file }의 { $line }번째 줄이 잘못되었습니다. { $fault } 한 줄은 ID, 형식, 시각, 비밀 값으로 이루어집니다. 예: k1 v1 2026-01-31T00:00:00Z 다음에 base64로 쓴 32바이트.
keys-fault-words = 단어가 네 개가 아닙니다.
keys-fault-id = ID는 영문 소문자, 숫자, 하이픈 32자까지입니다.
keys-fault-twice = 같은 ID가 다른 줄에 이미 있습니다.
keys-fault-form = 이 버전의 프로그램은 이 형식을 모릅니다. 아는 형식은 v1입니다.
keys-fault-since = 시각을 읽을 수 없습니다. 2026-01-31T00:00:00Z처럼 씁니다.
keys-fault-secret = 비밀 값이 base64로 쓴 32바이트가 아닙니다.
keys-fault-many = 파일 하나에 키는 { $most }개까지입니다.
keys-pending = 가장 새로운 키는 { $since }부터 쓰입니다. 그때까지는 이전 키가 필요합니다. 그 뒤에 다시 해 보십시오.
keys-alone = 가장 새로운 키 말고는 키가 없어 없앨 것이 없습니다. “firstline keys renew”로 하나 더 추가하십시오.

# firstline keys
cli-keys-none = 아직 키가 없습니다. 필요할 때 첫 키를 만듭니다.
cli-keys-current = 지금 서명하고 암호화하는 키
cli-keys-coming = 그때부터 서명하고 암호화할 키
cli-keys-older = 전에 서명하고 암호화한 것을 열기만 하는 키
cli-keys-sealed =
    { $count ->
        [0] 이 키로 암호화한 값이 없습니다.
        [one] 이 키로 암호화한 값: { $count }개
       *[other] 이 키로 암호화한 값: { $count }개
    }
cli-keys-due = 1년이 지났습니다. “firstline keys renew”, 그다음 “firstline keys retire”로 바꾸십시오.
cli-keys-lost =
    { $count ->
        [one] 값 { $count }개가 여기에 없는 키로 암호화되어 있습니다.
       *[other] 값 { $count }개가 여기에 없는 키로 암호화되어 있습니다.
    } 이 데이터베이스에 속한 키 파일을 되돌려 놓으십시오. 파일을 잃어버렸다면 사람들은 복구 코드로 로그인해 앱을 다시 설정하고, 관리자는 허브가 ID 공급자와 번역 서비스에 보이는 비밀 값을 다시 입력해야 합니다.
cli-keys-renewed = 키 { $key }을(를) 파일에 넣었습니다. { $since }부터 이 키로 서명하고 암호화합니다. 이전 키는 “firstline keys retire”로 없앨 때까지 자기가 서명하고 암호화한 것을 엽니다. 그때까지 허브의 모든 컴퓨터에 이 파일이 있어야 합니다. 사본은 데이터베이스 백업과 따로 보관하십시오.
cli-keys-renewed-printed = 아무것도 쓰지 않았습니다. { $since } 전에 모든 컴퓨터가 파일 대신 이 줄들을 읽게 하십시오. 그때부터 키 { $key }(으)로 서명하고 암호화합니다. 너무 이르면 더 늦은 시각을 적으십시오.
cli-keys-retire =
    파일에서 없앨 키: { $keys }. { $count ->
        [0] 이 키로 암호화한 값은 없습니다.
        [one] 값 { $count }개를 다시 암호화합니다.
       *[other] 값 { $count }개를 다시 암호화합니다.
    }
cli-keys-retired =
    없앤 키: { $keys }. { $count ->
        [0] 이 키로 암호화한 값은 없었습니다.
        [one] 값 { $count }개를 다시 암호화했습니다.
       *[other] 값 { $count }개를 다시 암호화했습니다.
    }
cli-keys-links =
    { $count ->
        [one] 아직 아무도 쓰지 않은 초대와 그 밖의 링크 { $count }개가 더 이상 작동하지 않습니다. 원래는 { $until }까지 쓸 수 있었습니다.
       *[other] 아직 아무도 쓰지 않은 초대와 그 밖의 링크 { $count }개가 더 이상 작동하지 않습니다. 마지막 링크는 원래 { $until }까지 쓸 수 있었습니다.
    }
cli-keys-browsers = 로그인한 사람은 그대로입니다. 하던 로그인은 처음부터 다시 하고, 브라우저는 누군가 로그인한 적이 있는 브라우저로 더 이상 인정되지 않아 잘못 입력할 수 있는 횟수만 줄어듭니다. 확인된 도메인은 그대로입니다. 다시 확인하려면 그때 설정에 나오는 줄이 필요합니다.
cli-keys-yes = 되돌릴 수 없습니다. 실행하려면 --yes를 붙이십시오.
cli-keys-retired-printed = 파일에는 쓰지 않았습니다. 모든 컴퓨터가 파일 대신 이 줄들을 읽게 하십시오. 그때까지 이 키들은 서명한 것을 계속 엽니다.

# 기록
audit-act-renew-keys = 허브에 키 { $object } 추가
audit-act-retire-keys = { $object } 이전의 허브 키 없애기
audit-field-since = 시작
audit-field-handed-over = 비밀 저장소에 넘김
audit-field-retired = 없앤 키
audit-field-sealed-anew = 다시 암호화한 값
