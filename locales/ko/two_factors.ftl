### 비밀번호 외의 확인.

demand-title = 비밀번호 외의 확인
demand-lede = 조직을 대신해 일하는 사람은 두 가지를 보여야 합니다. 비밀번호와 앱의 코드, 또는 패스키입니다.
demand-own = 우리 조직 사람에게 요구
demand-everyone = 이 허브의 모든 사람에게 요구
demand-of-everyone = 여기서 무엇을 고르든 운영자가 이 허브의 모든 사람에게 요구합니다.
demand-people =
    { $count ->
       *[other] { $count }명
    }
demand-without =
    { $count ->
        [0] 모두 앱이나 패스키가 있습니다
       *[other] 그중 { $count }명은 아직 앱도 패스키도 없습니다
    }
demand-count = { $people }, { $without }.
demand-says = 곧바로 적용됩니다. 둘 다 없는 사람은 다음 동작에서 설정하는 페이지로 가며, 그때까지 조직을 위해 다른 일은 할 수 없습니다. 있는데 비밀번호로만 로그인한 사람은 한 번 보여야 합니다. 조직의 ID 공급자로 들어온 사람에게는 묻지 않습니다. 무엇을 요구할지는 ID 공급자가 정합니다. 프로그램의 토큰은 그대로입니다.
demand-save = 요구 사항 저장
demand-saved = 저장했습니다. 각자의 다음 동작부터 적용됩니다.
demand-needed = { $organisation }에서 비밀번호 외의 확인을 요구합니다
demand-needed-set-up = 코드 앱이나 패스키를 설정하세요. 그때까지 여기서 { $organisation }의 다른 것은 열리지 않습니다.
demand-needed-show = 비밀번호로만 로그인했습니다. 코드나 패스키를 보여 주세요. 그때까지 여기서 { $organisation }의 다른 것은 열리지 않습니다.
demand-passkey = 대신 패스키 만들기
demand-app = 대신 코드 앱 설정

error-second-factor-needed = 비밀번호 외의 확인이 필요합니다
error-second-factor-needed-help = 조직에서 2단계 확인을 요구합니다. 브라우저로 허브를 열어 코드 앱이나 패스키를 설정하거나, 있는 것을 보여 주세요.

audit-act-demand-second-factor = 비밀번호 외의 확인을 요구할지 정함
audit-field-own-people = 조직의 사람에게
audit-field-everyone = 허브의 모든 사람에게
