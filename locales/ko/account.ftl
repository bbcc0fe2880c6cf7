### 내 계정, 그리고 사람과 허브 사이에 있는 것: 비밀번호, 코드, 패스키, 링크.

## 로그인

sign-in-forgotten = 비밀번호를 잊으셨나요?
sign-in-passkey = 패스키로 로그인
sign-in-late = 5분이 넘게 지났습니다. 다시 로그인하세요.
sign-in-reset = 새 비밀번호를 정했고 모든 곳에서 로그아웃했습니다. 새 비밀번호로 로그인하세요.
sign-in-sent = 이 주소의 계정이 있으면 새 비밀번호를 정할 링크를 보냅니다. 링크는 1시간 동안 쓸 수 있습니다.
code-title = 코드를 입력하세요
code-lede = 비밀번호가 맞습니다. 한 단계만 더 거치면 본인임이 확인됩니다.
code-hint = 앱에 지금 표시되는 여섯 자리 숫자, 또는 복구 코드 가운데 하나.
code-back = 로그인으로 돌아가기
passkey-failed = 패스키를 쓸 수 없었습니다. 다시 시도하거나 다른 방법을 쓰세요.
passkey-cancelled = 아무 일도 하지 않았습니다. 패스키를 제때 확인하지 않았거나 이 기기에 이 허브의 패스키가 없습니다.
passkey-unable = 이 브라우저에서는 패스키를 쓸 수 없습니다.
passkey-elsewhere = 이 허브의 패스키는 다음 주소에서 쓸 수 있습니다.

## 내 계정

account-title = 내 계정
account-lede = 내가 누구인지, 어떻게 로그인하는지, 어디에서 로그인되어 있는지 보여 줍니다. 소속된 모든 조직에 함께 적용됩니다.
account-you = 나
account-name = 이름
account-language-browser = 브라우저 설정에 따름
account-ways = 로그인 방법
account-unconfirmed = 아직 확인되지 않았습니다. 이 계정을 연 링크를 초대한 사람도 볼 수 있었습니다. 이메일 링크로 새 비밀번호를 정하면 주소가 확인되고 모든 곳에서 로그아웃되며, 지금 있는 패스키와 코드 앱이 제거됩니다.
account-unconfirmed-go = 새 비밀번호로 확인
account-change = 변경
account-add = 추가
account-on = 켜짐
account-password-since = { $when }에 정함
account-password-none = 없음. 다른 방법으로 로그인합니다.
account-password-choose = 정하기
account-factor-none = 없음. 비밀번호를 아는 사람은 누구나 들어올 수 있습니다.
account-passkeys-count =
    { $count ->
        [0] 없음. 패스키는 지문, 얼굴 또는 PIN으로 열리며 아무도 추측할 수 없습니다.
       *[other] { $count }개
    }
account-sessions = 로그인된 곳
account-session-this = 이 브라우저
account-session-unknown = 알 수 없는 브라우저
account-session-made = { $when } 로그인
account-session-seen = 마지막 사용 { $when }
account-session-end = 끝내기
account-session-alone = 다른 곳에서는 로그인되어 있지 않습니다.
account-end-others = 다른 곳 모두 끝내기
account-end-others-says = 다른 세션 { $count }개를 끝냅니다. 그곳에서는 다시 로그인해야 합니다.
account-saved = 저장했습니다.
account-address-sent = 새 주소로 링크를 보냅니다. 24시간 안에 여세요. 그때까지 주소는 그대로입니다.
account-address-confirmed = 이제 이 주소가 내 이메일 주소입니다.
account-password-changed = 비밀번호를 바꿨습니다. 다른 세션은 모두 끝났습니다.
account-session-ended = 끝냈습니다. 그곳에서는 다시 로그인해야 합니다.
account-passkey-added = 패스키를 추가했습니다. 이제 패스키로 로그인할 수 있습니다.
account-passkey-removed = 이 패스키로는 더 이상 이 계정이 열리지 않습니다. 기기에서도 지울 수 있습니다.
account-factor-removed = 2단계 인증을 껐습니다. 다시 비밀번호만으로 로그인합니다.

## 본인임을 다시 확인하기

prove-title = 지금도 본인이신가요?
prove-lede = 로그인 방법을 바꾸기 전에 본인임을 한 번 더 확인하세요. 확인은 15분 동안 유효합니다.
prove-go = 계속
prove-passkey = 패스키 사용
prove-neither = 여기에는 비밀번호도 패스키도 없습니다
prove-neither-help = 로그아웃한 뒤 다시 로그인하세요. 그 후 15분 동안 로그인 방법을 바꿀 수 있습니다.

## 비밀번호, 주소

password-title = 비밀번호 변경
password-first = 비밀번호 정하기
password-present = 현재 비밀번호
password-new = 새 비밀번호
password-consequence = 다른 세션을 모두 끝냅니다. 다른 브라우저에서는 모두 다시 로그인해야 합니다.
password-go = 비밀번호 정하기
address-title = 이메일 주소 변경
address-present = 지금은 { $email }입니다.
address-new = 새 이메일 주소
address-consequence = 새 주소로 링크를 보냅니다. 본인으로 로그인해 그 링크를 열어야 새 주소가 적용되며, 그때부터 이전 주소로 보낸 새 비밀번호 링크는 쓸 수 없습니다.
address-go = 링크 보내기
reset-title = 새 비밀번호 요청
reset-lede = 주소로 링크를 보냅니다. 그 링크에서 새 비밀번호를 정합니다.
reset-go = 링크 보내기
new-password-title = 새 비밀번호를 정하세요
new-password-consequence = 모든 세션을 끝냅니다. 모든 브라우저에서 다시 로그인해야 합니다.
confirm-title = 새 주소 확인
confirm-says = 이제부터 { $email }(으)로 로그인하고, 허브가 보내는 것도 그 주소로 갑니다.
confirm-go = 이 주소 사용

## 2단계 인증

second-factor-title = 앱 코드
second-factor-lede = 비밀번호와 함께 휴대폰 앱에 표시되는 여섯 자리 숫자를 입력합니다. 비밀번호를 알아낸 사람도 들어올 수 없습니다.
second-factor-code = 코드
second-factor-code-hint = 여섯 자리 숫자
second-factor-codes-left =
    { $count ->
        [0] 남은 복구 코드가 없습니다. 새로 만드세요.
       *[other] 복구 코드가 { $count }개 남았습니다.
    }
second-factor-picture = 앱에 넣을 키가 담긴 QR 코드
second-factor-step-app = 휴대폰에서 코드 앱을 여세요. 많은 비밀번호 관리 프로그램도 할 수 있습니다.
second-factor-step-scan = 앱에서 이 그림으로 계정을 추가하세요.
second-factor-key = 또는 이 키를 입력하세요.
second-factor-step-code = 앱에 지금 표시되는 코드를 입력하세요.
second-factor-consequence = 다음 로그인부터 비밀번호 다음에 코드를 묻습니다. 휴대폰을 잃어버릴 때를 위해 복구 코드 10개도 드립니다. 복구 코드까지 잃어버리면 조직의 관리자가 본인임을 확인한 뒤 이 허브를 운영하는 쪽에 요청해야 합니다.
second-factor-go = 켜기
second-factor-again = 처음부터 다시
second-factor-present = 앱이 설정되어 있습니다
second-factor-since = { $when }부터
second-factor-remove = 2단계 인증 끄기
second-factor-remove-consequence = 다시 비밀번호만으로 로그인하며, 복구 코드는 쓸 수 없게 됩니다.
codes-title = 복구 코드
codes-lede = 코드 하나로 앱 코드 대신 한 번 로그인할 수 있습니다. 휴대폰 없이도 찾을 수 있는 곳에 보관하세요. 지금만 표시됩니다.
codes-copy = 모두 복사
codes-print = 인쇄
codes-kept = 보관했습니다
codes-new = 새 코드 만들기
codes-new-consequence = 새 코드 10개를 만듭니다. 지금 있는 코드는 쓸 수 없게 됩니다.

## 패스키

passkeys-title = 패스키
passkeys-lede = 패스키는 기기에 남아 있고 지문, 얼굴 또는 PIN으로 열립니다. 패스키만으로 로그인할 수 있어 비밀번호도 코드도 필요 없습니다.
passkeys-yours = 내 패스키
passkeys-made = { $when }에 추가
passkeys-used = 마지막 사용 { $when }
passkeys-unused = 사용한 적 없음
passkeys-remove = 없애기
passkeys-remove-consequence = 없앤 패스키로는 이 계정이 더 이상 열리지 않습니다. 로그인된 세션은 계속됩니다.
passkeys-new = 패스키 추가
passkeys-name = 부르는 이름
passkeys-name-hint = 알아볼 수 있도록 “휴대폰”이나 “파란 보안 키”처럼 지으세요.
passkeys-add = 패스키 추가
passkeys-script = 패스키를 추가하려면 JavaScript가 필요하지만 이 브라우저에서는 꺼져 있습니다.
passkeys-nameless = 여기에서는 패스키를 쓸 수 없습니다
passkeys-nameless-help = 패스키는 https로 접속하는 허브의 이름에 묶입니다. 이 허브를 운영하는 사람이 --public-url로 그런 이름을 지정해야 합니다.

## 받아들일 수 없는 것

error-too-many-attempts = 시도가 너무 많습니다
error-too-many-attempts-help = { $minutes }분 기다렸다가 다시 시도하세요. 전에 로그인한 적이 있는 브라우저에서, 패스키로, 또는 새 비밀번호 링크로는 기다리지 않아도 됩니다.
error-proof-needed = 본인임을 한 번 더 확인하세요
error-proof-needed-help = 로그인 방법은 본인임을 확인한 뒤 15분 동안 바꿀 수 있습니다. “내 계정”을 열어 거기에서 시작하세요.
error-sign-in-nowhere = 비밀번호는 맞지만 이제 여기에 소속된 조직이 없습니다. 조직에서 사람을 관리하는 담당자에게 문의하세요.
error-code-wrong = 코드가 틀렸거나 이미 쓴 것입니다. 앱의 다음 코드를 기다리거나 다른 복구 코드를 쓰세요.
error-code-late = 방금 시간이 지난 코드입니다. 앱에 지금 보이는 코드를 입력하세요.
error-password-wrong = 현재 비밀번호가 아닙니다.
error-passkey-refused = 패스키가 받아들여지지 않았습니다. 다시 시도하고, 또 안 되면 다른 방법을 쓰세요.
error-passkey-unknown = 이 패스키로 열리는 계정이 여기에 없습니다. 없앤 패스키일 수 있습니다.
error-passkeys-many = 패스키가 이미 { $value }개 있습니다. 먼저 필요 없는 것을 없애세요.
error-passkey-twice = 이 기기에는 이미 이 계정의 패스키가 있습니다.
error-passkey-name = 80자 이하의 이름을 지으세요.
