### 조직 사이의 관계: 요청, 동의, 종료.

relationships-title = 거래 관계
relationships-lede = 귀사가 함께 일하는 조직입니다. 양쪽이 모두 원하기 전이나 한쪽이 끝낸 뒤에는 관계를 근거로 아무것도 보이거나 처리되지 않습니다.
relationships-waiting = 답변을 기다리는 요청
relationships-asked = 보낸 요청
relationships-asked-hint = 누구에게 닿았는지, 닿기는 했는지는 상대가 수락해야 알 수 있습니다.
relationships-whom = 조직
relationships-as = 역할
relationships-when = 시기
relationships-since = 시작일
relationships-state = 상태
relationships-end = 종료
relationships-end-now = 지금 종료
relationships-withdraw = 요청 취소
relationships-accept = 수락
relationships-decline = 거절
relationships-none = 아직 거래 관계가 없습니다
relationships-none-help = 누군가 요청하거나, 귀사가 요청하거나, 마켓플레이스 운영자가 가져오면 여기에 나타납니다.
relationships-ask = 거래 관계 요청
relationships-kind = 목적
relationships-ask-provider-reseller = 우리 재판매인으로서 그 조직을 통해 판매
relationships-ask-partner-customer = 우리 고객으로서 그 조직에 판매
relationships-to = 상대 조직의 식별 이름 또는 그곳 관리자의 이메일 주소
relationships-to-hint = 상대가 알려 준 그대로 입력하십시오. 고를 수 있는 목록은 없습니다.
relationships-ask-says = 상대는 귀사의 이름을 보고 수락하거나 거절합니다. 그때까지 상대의 정보는 보이지 않으며, 누군가에게 닿았는지도 여기서는 알 수 없습니다.
relationships-send = 요청 보내기
relationships-past = 이전 관계
relationships-past-show = 종료, 거절, 취소된 관계 보기

relationships-provider-reseller-above = 귀사의 재판매인
relationships-provider-reseller-below = 귀사의 공급자
relationships-provider-reseller-beside = 공급자와 그 재판매인
relationships-partner-customer-above = 귀사의 고객
relationships-partner-customer-below = 귀사에 판매하는 조직
relationships-partner-customer-beside = 판매 조직과 그 고객
relationships-asks-provider-reseller-below = { $name }에서 공급자로서 귀사를 통해 판매하고자 합니다.
relationships-asks-partner-customer-below = { $name }에서 귀사에 판매하고 귀사를 대신해 문의하고자 합니다.
relationships-consequence-provider-reseller-below = 수락하면 { $name }에 귀사와 귀사의 연락 방법, 귀사의 고객과 그 조직을 통한 구매 내역이 보이며, 지원 분담을 합의할 수 있습니다. 양쪽 모두 종료할 수 있습니다. 거절하면 { $name }에는 누군가 거절했다는 것만 알려집니다.
relationships-consequence-partner-customer-below = 수락하면 { $name }, 그리고 공급자가 있으면 그 공급자에도 귀사와 귀사의 연락 방법이 보이며, 그곳에서 구매한 제품에 대해 문의할 수 있게 됩니다. 양쪽 모두 종료할 수 있습니다. 거절하면 { $name }에는 누군가 거절했다는 것만 알려집니다.
relationships-end-provider-reseller-above = { $name } 및 그 고객이 더 이상 보이지 않고, 합의한 지원 분담도 효력을 잃습니다. 판매와 결정은 기록에 남습니다. 다시 시작하려면 { $name } 측이 새 요청을 수락해야 합니다.
relationships-end-provider-reseller-below = { $name }에는 귀사와 귀사의 고객이 더 이상 보이지 않고, 합의한 지원 분담도 효력을 잃습니다. 판매와 결정은 기록에 남습니다. 다시 시작하려면 귀사가 새 요청을 수락해야 합니다.
relationships-end-partner-customer-above = { $name } 조직이 더 이상 보이지 않고, 대신해서 문의하거나 처리할 수 없습니다. 구독은 그대로 기록에 남습니다. 다시 시작하려면 { $name } 측이 새 요청을 수락해야 합니다.
relationships-end-partner-customer-below = { $name }에는 귀사가 더 이상 보이지 않고, 귀사를 대신해 문의하거나 처리할 수 없습니다. 구독은 그대로 유지되므로 해지하려면 판매한 곳에 문의하십시오. 다시 시작하려면 귀사가 새 요청을 수락해야 합니다.
relationships-done-asked = 그런 조직이 있으면 요청이 전달됩니다.
relationships-done-accepted = 수락했습니다. 지금부터 유효합니다.
relationships-done-declined = 거절했습니다.
relationships-done-ended = 종료했습니다. 기록은 아래에 남습니다.
relationships-done-withdrawn = 요청을 취소했습니다.

relationship-asked = 요청됨
relationship-active = 활성
relationship-declined = 거절됨
relationship-withdrawn = 취소됨
relationship-ended = 종료

error-relationship-kind = 귀사는 “{ $value }” 관계를 요청할 수 없습니다. 공급자는 재판매인에게, 파트너나 재판매인은 고객에게 요청합니다: provider-reseller, partner-customer.
error-relationship-to = 조직의 식별 이름이나 그곳 관리자의 이메일 주소를 입력하십시오.
error-relationship-self = 귀사의 식별 이름입니다. 상대의 식별 이름을 입력하십시오.
error-relationship-already = “{ $value }”와(과)는 이미 거래하고 있습니다. 요청할 것이 없습니다.
error-relationship-asked = “{ $value }”에 이미 요청했고 아직 답이 없습니다. 다시 요청하려면 먼저 그 요청을 취소하십시오.
error-relationship-max = 요청 { $value }건이 답변을 기다리고 있습니다. 더 요청하려면 먼저 일부를 취소하십시오.
error-customer-ended = 이 고객과의 거래 관계가 활성 상태가 아니므로 고객을 대신해 문의하거나 처리할 수 없습니다. 고객에게 다시 동의를 요청하십시오.
error-relationship-state = “{ $value }”은(는) 알려진 상태가 아닙니다: asked, active, declined, withdrawn, ended.

## 지원 분담 제안

proposal-theirs = { $name } 측이 다른 지원 분담을 제안했습니다
proposal-ours = { $name } 측에 제안했으며 아직 답이 없습니다
proposal-from = { $from }부터 바뀔 때까지
proposal-from-until = { $from }부터 { $until }까지
proposal-says = 수락될 때까지는 지금까지의 합의가 그대로 유지됩니다. 수락되면 첫날부터 이전 합의를 대신하며, 이미 내려진 결정은 그때의 합의를 따릅니다.
proposal-accept = 분담 수락
proposal-decline = 분담 거절
proposal-withdraw = 제안 취소
proposal-another = 다른 분담 제안
split-consequence-first-below = { $provider } 측이 수락하면 첫날부터 귀사 고객의 문의를 이에 따라 답합니다. 이미 나간 답변은 그대로입니다.
split-meets-below = 공급자가 귀사의 고객을 직접 응대합니다
split-meets-below-hint = 문의가 공급자에게 넘어갈 때 고객에게 공급자의 연락처가 보입니다. 그렇지 않으면 귀사만 보입니다.
error-provider-not-yours = “{ $value }”은(는) 귀사의 공급자가 아닙니다.
error-split-with = 제안할 재판매인이나 공급자 중 하나를 지정하십시오.
proposal-done-proposed = 제안했습니다. 수락되면 유효합니다.
proposal-done-accepted = 수락했습니다. 첫날부터 유효합니다.
proposal-done-declined = 거절했습니다. 지금까지의 합의가 그대로 유지됩니다.
proposal-done-withdrawn = 제안을 취소했습니다.

## 구독의 청구

charges-title = 청구 내역
charges-hint = 마켓플레이스 운영자의 조정 파일에 적힌 그대로, 최신 항목부터입니다.
charges-none = 아직 이 구독의 청구를 담은 파일이 없습니다.
charges-days = 기간
charges-what = 내용
charges-invoice = 청구서
charges-quantity = 수량
charges-tax = 세금
charges-total = 합계
charges-not-invoiced = 아직 청구되지 않음
