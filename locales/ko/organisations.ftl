### 어떤 조직이 있고 무엇을 하는지, 지정 파트너 전용 오퍼를 누가 구매할 수 있는지, 무엇이 답변을 기다리는지.

waiting-count = { $count ->
   *[other] 답변을 기다리는 요청 { $count }건
}
proposal-waits = 답변을 기다리고 있습니다
proposal-late = { $from }부터 유효한 것으로 제안되었으나 그 날짜가 지났습니다. 지금 수락하면 오늘부터 유효하며, 그때까지 나간 답변은 그대로입니다.
proposal-over = 마지막 날이 지나 더 이상 수락할 수 없습니다. 거절하거나 다른 분담을 제안하십시오.
error-split-over = 이 제안의 마지막 날이 지났습니다. 거절하거나 다른 분담을 제안하십시오.

## 지정 파트너 전용 오퍼를 구매할 수 있는 파트너

partners-title = 파트너
partners-exclusive = 지정 파트너 전용
partners-exclusive-says = 누구나 이 오퍼를 찾을 수 있지만, 여기에 있는 파트너만 구매할 수 있습니다.
partners-open = 모든 파트너에게 공개
partners-open-says = 모든 파트너가 이 오퍼를 구매할 수 있으므로 따로 승인할 필요가 없습니다. 여기에 있는 파트너는 오퍼가 지정 파트너 전용이 되면 다시 적용됩니다.
partners-closed = 파트너에게 공개되지 않음
partners-closed-says = 승인 여부와 관계없이 어떤 파트너도 이 오퍼를 구매할 수 없습니다. 여기에 있는 파트너는 오퍼가 지정 파트너 전용이 되면 적용됩니다.
partners-count = { $count ->
    [0] 아직 승인된 파트너가 없습니다
   *[other] 파트너 { $count }곳이 승인되었습니다
}
partners-none-help = 승인된 파트너가 생길 때까지 어떤 파트너도 이 오퍼를 구매할 수 없습니다.
partners-partner = 파트너
partners-handle = 식별 이름
partners-since = 승인일
partners-brought-in = 가져옴
partners-unnamed = 이 파트너가 귀사의 오퍼를 판매하면 이름이 보입니다.
partners-withdraw = 승인 취소
partners-withdraw-now = 지금 취소
partners-withdraw-says = 이제부터 { $name }에는 이 오퍼가 구매할 수 없는 것으로 보이며 구매할 수 없습니다. 이미 판매한 것은 그대로이며 지원도 계속됩니다. 언제든지 다시 승인할 수 있습니다.
partners-add = 파트너 승인
partners-to = 식별 이름 또는 귀사의 오퍼를 판매하는 파트너의 이름
partners-to-hint = 상대가 알려 준 그대로 입력하십시오. 이미 귀사의 오퍼를 판매하는 파트너만 제시됩니다.
partners-add-says = 이 식별 이름을 가진 판매 조직은 이제부터 이 오퍼를 구매할 수 있고 구매 가능한 것으로 보게 됩니다. 그런 조직이 있는지는 여기서 알 수 없으며, 나중에 그 이름으로 들어온 파트너도 그때부터 구매할 수 있습니다. 언제든지 취소할 수 있습니다.
partners-authorise = 승인
partners-done-added = 승인했습니다. 이 식별 이름을 가진 조직은 이제부터 오퍼를 구매할 수 있습니다.
partners-done-withdrawn = 승인을 취소했습니다. 더 이상 오퍼를 구매할 수 없습니다.

error-authorisation-to = “{ $value }”은(는) 식별 이름도, 귀사의 오퍼를 판매하는 한 파트너의 이름도 아닙니다. 식별 이름은 소문자, 숫자, 하이픈으로 되어 있습니다.
error-authorisation-open = 이 오퍼는 지정 파트너 전용이 아니므로 승인할 필요가 없습니다.
error-authorisation-no-seller = “{ $value }”은(는) 판매 조직이 아닙니다. 파트너, 공급자, 재판매인만 승인할 수 있습니다.
error-authorisation-max = 이 오퍼에는 이미 파트너 { $value }곳이 승인되어 있습니다. 더 추가하려면 먼저 일부를 취소하십시오.

## 어떤 조직이 있는지

organisations-title = 조직
organisations-lede = 이 허브의 모든 조직입니다. 새로 추가한 조직에는 아직 사람이 없으므로 첫 관리자를 초대합니다.
organisations-search = 이름 또는 식별 이름
organisations-kind = 역할
organisations-any-kind = 모든 역할
organisations-find = 찾기
organisations-name = 조직
organisations-kinds = 역할
organisations-country = 국가
organisations-orphaned = 응답 없음
organisations-none = 그런 조직이 없습니다
organisations-none-help = 이름이나 식별 이름의 일부로 찾거나 아래에서 추가하십시오.
organisations-add = 조직 추가
organisations-add-says = 이제부터 볼 수 있는 사람에게 나타납니다. 게시자는 모두에게, 다른 조직은 거래하는 상대에게 보입니다. 식별 이름을 제외하고 나중에 모두 변경할 수 있습니다.
organisations-new-name = 이름
organisations-new-name-hint = 그 조직이 스스로 쓰는 이름입니다. 거래하는 모두에게 보입니다.
organisations-new-handle = 식별 이름
organisations-new-handle-hint = 주소에 쓰이는 이름이며 바뀌지 않습니다. 비워 두면 이름에서 만듭니다.
organisations-no-country = 지정하지 않음
organisations-kinds-legend = 어떤 조직인지
organisations-kinds-hint = 해당하면 여러 개를 함께 고르십시오.
organisations-done-added = 추가했습니다. 이제 첫 관리자를 초대하십시오.

kind-means-customer = 제품을 사용합니다. 자기 구독과 판매 조직을 보고 문의합니다.
kind-means-reseller = 고객을 상대하며, 공급자의 요청을 수락하면 그 공급자를 위해 판매합니다.
kind-means-provider = 재판매인을 통해 판매하고 지원 분담을 각각 합의합니다.
kind-means-partner = 고객에게 직접 판매하며 고객의 첫 연락처입니다.
kind-means-publisher = 제품을 제공합니다. 게시자와 그 연락 방법은 모두에게 보입니다.
kind-means-operator = 이 마켓플레이스를 운영합니다. 하나뿐입니다.

organisation-title = 조직
organisation-lede = 귀사의 이름과 국가입니다. 이 마켓플레이스에서 어떤 조직인지는 운영자가 정합니다.
organisation-of-operator = { $name } 조직이 이 마켓플레이스에서 무엇인지입니다.
organisation-name-says = 새 이름은 카탈로그를 포함해 모든 곳에 바로 나타납니다. 식별 이름은 그대로이므로 주소와 프로그램은 계속 작동합니다.
organisation-kinds-says = 추가한 역할의 페이지가 생기고 그 역할의 권한을 바로 줄 수 있습니다. 역할을 없애면 함께 사라지며, 사람, 거래 관계, 오퍼, 구독에 아직 필요한 동안에는 없앨 수 없습니다.
organisation-orphaned = 더 이상 아무도 응답하지 않음
organisation-orphaned-says = 그러면 이 조직의 오퍼에 관한 문의는 마켓플레이스 운영자에게서 끝나며, 문의하는 모두에게 게시자가 응답하지 않는다고 안내됩니다. 누군가 응답하면 바로 해제하십시오.
organisation-invite = 첫 관리자 초대
organisation-invite-says = 아직 관리하는 사람이 없습니다. 초대받은 사람은 다음 역할을 받고 다른 사람들을 들입니다: { $roles }. 링크는 7일 동안 한 번만 쓸 수 있습니다.
organisation-handle = 식별 이름: { $handle }

error-country = “{ $value }”은(는) 두 글자 국가 코드가 아닙니다.
error-kinds-none = 어떤 조직인지 하나 이상 고르십시오.
error-kind = “{ $value }”은(는) 다음 중 하나가 아닙니다: customer, reseller, provider, partner, publisher, operator.
error-kind-operator = 마켓플레이스의 운영자는 하나입니다. 운영자는 그대로 운영자이며 다른 조직은 운영자가 될 수 없습니다.
error-kind-roles = 이 역할의 권한을 가진 사람, 프로그램, 열린 초대에 아직 필요합니다: { $value }. 먼저 다른 권한을 주거나 제거하십시오.
error-kind-relationships = 거래 관계에 아직 필요합니다: { $value }. 먼저 어느 한쪽이 종료해야 합니다.
error-kind-offers = 철회되지 않은 오퍼에 아직 필요합니다: { $value }.
error-kind-subscriptions = 해지되지 않은 구독에 아직 필요합니다: { $value }.
error-organisation-handle = “{ $value }”은(는) 식별 이름이 될 수 없습니다. 소문자, 숫자, 하이픈으로 80자까지 입력하십시오.
error-organisation-taken = 식별 이름 “{ $value }”은(는) 다른 조직이 쓰고 있습니다. 다른 이름을 입력하십시오.
