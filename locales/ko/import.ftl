### 파일 가져오기: 한 일, 행의 문제, 파일을 읽지 못한 까닭.

## 파일의 문제 하나. 까닭은 아래 문장 가운데 하나입니다

import-problem = { $line }행, { $column }, “{ $value }”: { $reason }
import-problem-column = { $line }행, { $column }: { $reason }
import-problem-row = { $line }행: { $reason }

## 파일의 형식

import-column-unknown = 알 수 없는 열이므로 읽지 않습니다.
import-column-twice = 같은 열이 두 번 있습니다. 첫 번째 열만 사용합니다.
import-field-count = 행의 필드 수가 머리글과 다릅니다({ $detail }). 따옴표가 빠졌을 수 있습니다.
import-field-too-long = 필드가 { $detail }바이트보다 깁니다.
import-row-too-long = 행이 { $detail }바이트 안에 끝나지 않습니다. 따옴표가 빠졌을 수 있습니다.
import-item-too-long = 항목이 너무 큽니다.
import-control-character = 제어 문자가 들어 있습니다.
import-not-utf8 = 텍스트가 UTF-8이 아닙니다.
import-json = JSON을 읽을 수 없습니다: { $detail }
import-not-a-resource = 제품의 리소스가 아닙니다.
import-not-text = 텍스트여야 합니다.
import-not-a-line = 금액이 없으므로 조정 항목이 아닙니다.
import-too-many = { $detail }개를 넘었습니다. 나머지는 가져오지 않습니다.

## 값 하나하나

import-required = 반드시 있어야 합니다.
import-text-too-long = { $detail }자보다 깁니다.
import-handle = 올바른 식별 이름이 아닙니다. 소문자, 숫자, 하이픈으로 80자까지 쓸 수 있습니다.
import-word = 알 수 없는 값입니다. 쓸 수 있는 값: { $detail }
import-flag = true 또는 false여야 합니다.
import-date = 2026-11-20 또는 2026-11-20T09:00:00Z 같은 날짜가 아닙니다.
import-whole = 허용된 범위의 정수가 아닙니다.
import-decimal = 1234.56 같은 숫자가 아닙니다.
import-country = 두 글자 국가 코드가 아닙니다.
import-hours = “Mon-Fri 09:00-18:00 Europe/Istanbul” 또는 “24x7” 같은 운영 시간이 아닙니다.
import-language = ko 또는 es-MX 같은 언어 태그가 아닙니다.
import-email = 이메일 주소가 아닙니다.
import-agreement = 계약을 읽을 수 없습니다: { $detail }

## 행의 내용과 허브의 기록

import-no-organisation = 해당 조직이 없습니다.
import-no-offer = 이 게시자에게는 해당 오퍼가 없습니다.
import-alias-taken = 이 식별자는 다른 조직의 것입니다.
import-operator-twice = 이 마켓플레이스는 이미 다른 조직이 운영합니다. 운영자는 하나뿐입니다.
import-not-of-this-kind = 이 조직은 그 역할을 맡고 있지 않습니다.
import-related-to-itself = 조직은 자기 자신과 관계를 맺을 수 없습니다.
import-until-before-since = 종료일이 시작일보다 빠릅니다.
import-email-taken = 다른 사람이 이 이메일 주소를 쓰고 있습니다. 그 사람의 식별 이름을 쓰거나 다른 주소를 입력하세요.
import-renewed-before-purchase = 갱신일이 구매일보다 빠릅니다.
import-indirect-needs-reseller = 간접 구매에는 재판매인이 있어야 합니다.
import-reseller-without-provider = 재판매인은 간접 구매에만 있습니다.
import-support-contact = 간접 구매의 공급자나 재판매인만 지원 문의처가 될 수 있습니다.
import-not-related-to-provider = 이 재판매인은 공급자와 관계가 없습니다.
import-not-related-to-customer = 이 재판매인은 고객과 관계가 없으므로 지원 문의처가 될 수 없습니다.
import-offer-twice = 이 오퍼는 { $detail }행에 이미 있습니다.
import-publisher-ambiguous = 이 이름의 게시자가 둘 이상이어서 제품과 구독을 기록하지 않았습니다. 해당하는 게시자에 이 행의 게시자 식별자를 적거나 이름을 서로 다르게 하여 조직을 가져오십시오. 그러면 이 구독이 들어 있는 다음 파일에서 기록됩니다.

## 확인이 필요한 점: 그대로 가져왔지만 살펴보는 것이 좋습니다

import-doubt-offer-twice = 같은 오퍼가 { $detail }행에도 있습니다. 이 행은 별도의 오퍼로 기록했습니다.
import-doubt-resource-url = https://로 시작하는 웹 주소가 아니므로 열 수 없습니다.
import-doubt-reseller-unknown = 이 파트너 번호의 재판매인을 알 수 없습니다. 구독은 재판매인 없이 기록했습니다.
import-doubt-no-contact = 게시자가 연락처를 전혀 제공하지 않습니다.
import-doubt-no-customer-support = 고객 지원 연락처가 없습니다.
import-doubt-no-engineering = 엔지니어링 연락처가 없습니다.
import-doubt-no-programme-contact = 프로그램 연락처가 없습니다.
import-doubt-malformed-email = 사용할 수 없는 이메일 주소입니다.
import-doubt-personal-mailbox = 지원 창구가 아니라 개인의 사서함으로 보입니다.
import-doubt-bad-url = https://로 시작하는 웹 주소가 아니므로 열 수 없습니다.
import-doubt-bad-phone = 전화번호로 보이지 않습니다.
import-doubt-no-hours = 고객 지원의 운영 시간이 나와 있지 않습니다.
import-doubt-no-documentation = 사용자 설명서가 없습니다.
import-doubt-no-agreement = 서비스 수준을 정한 계약이 없습니다.

## 보고

import-seen-before = 이 파일은 이미 모두 가져왔습니다. 바뀐 것이 없습니다.
import-dry-run = 예행 연습이므로 아무것도 바꾸지 않았습니다. 실제로 가져오면 다음과 같습니다.
import-rows = { $count }행을 읽었습니다
import-resumed = { $count }행은 중단된 가져오기에서 이미 기록되었습니다
import-did-organisations = 조직: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-relationships = 관계: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-people = 사람: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-offers = 오퍼: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-authorisations = 판매 권한: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-subscriptions = 구독: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-did-invoice-lines = 청구서 항목: 신규 { $created }, 변경 { $updated }, 그대로 { $unchanged }
import-noted-no-publisher = { $count }개 항목에 게시자가 없습니다. 오퍼 없이 청구서 항목으로만 보관했습니다
import-noted-own-product = { $count }개 항목은 운영자의 자체 제품입니다. 오퍼 없이 청구서 항목으로만 보관했습니다
import-noted-no-customer = { $count }개 항목에 고객이 없습니다. 구독 없이 보관했습니다
import-noted-no-subscription = { $count }개 항목에 구독이 없습니다
import-errors = 오류 { $count }건: 해당 내용은 가져오지 않았습니다
import-doubts = 확인 필요 { $count }건: 그대로 가져왔지만 살펴보는 것이 좋습니다

## 파일을 (더) 가져오지 못한 까닭

import-failed-unreadable = { $place } 파일을 읽을 수 없습니다: { $cause }
import-failed-unwritable = { $place } 파일에 쓸 수 없습니다: { $cause }
import-failed-encoding = 파일이 UTF-8이 아닙니다. “CSV UTF-8”로 저장한 뒤 다시 시도하십시오.
import-failed-no-header = 첫 행에 열 이름이 없습니다.
import-failed-columns = 파일에 다음 열이 없습니다: { $columns }
import-failed-too-large = 파일이 { $megabytes }MB보다 큽니다. 나누어서 가져오십시오.
import-failed-shapeless = 서로 섞인 행이 너무 많습니다. 마지막은 { $line }행입니다. 그 앞의 행은 가져왔습니다. 따옴표를 확인하십시오.
import-failed-json = JSON이 { $item }번째 항목에서 깨져 있습니다. 그 앞의 항목은 가져왔습니다.
import-failed-mapping = { $name } 매핑을 사용할 수 없습니다: { $reason }
import-failed-needs-publisher = 어느 게시자의 목록인지 지정하십시오(--publisher).
import-failed-needs-seller = 어느 판매자의 조정 항목인지 지정하십시오(--seller).
import-failed-needs-mapping = 열을 어떻게 읽을지 지정하십시오(--mapping).
import-failed-no-publisher = 식별 이름이 { $value }인 게시자가 없습니다.
import-failed-no-seller = 식별 이름이 { $value }인 파트너, 공급자 또는 재판매인이 없습니다.
import-failed-elsewhere = 다른 프로세스가 같은 파일을 가져오고 있습니다.
import-failed-stopped = 중지했습니다. 같은 파일을 다시 가져오면 여기서부터 이어집니다.
