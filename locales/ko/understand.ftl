# 자기 말로 쓴 질문과 그것을 어떻게 이해했는지.

error-text-needed = 무엇에 관한 것인지 쓰거나 목록에서 주제를 고르세요.

understood-as = 이렇게 이해했습니다: { $topic }
understood-change = 아닌가요? 바꾸기
understood-choose = 여러 가지로 읽힐 수 있습니다. 뜻한 것을 고르세요.
understood-choose-help = 담당이 서로 다르기 때문에 대신 정하지 않았습니다.
understood-choose-none = 이 중에 없으면 아래 목록에서 고르세요.
understood-kept = 허브가 질문을 더 잘 읽을 수 있도록, 직접 쓰신 질문을 일정 기간 보관하며 잘못 읽은 질문은 선택하신 주제와 함께 소속 조직에서 보관합니다.
understood-goes-to = 보통 담당: { $owner }
understood-nothing = 읽을 수 있는 내용이 없습니다. 목록에서 주제를 고르세요.
understood-first-party = 마켓플레이스 운영자의 자체 제품에 관한 내용으로 보입니다.
understood-first-party-name = 운영자의 자체 제품
understood-first-party-help = 이 프로그램은 타사 제품만 다룹니다. 운영자 제품을 지원해 주는 곳에 문의하세요.
understood-first-party-difference = 마켓플레이스에서 구매한 제품이 아니라 운영자의 자체 제품에 관한 경우입니다.
understood-not-support = 질문으로 보이지 않습니다.
understood-not-support-name = 문의 아님
understood-not-support-help = 질문이라면 무슨 일이 있었는지, 무엇이 필요한지 한 문장으로 쓰거나 주제를 고르세요.
understood-not-support-difference = 알림이나 감사 인사이고, 묻는 내용이 없는 경우입니다.
understood-words = 근거가 된 말: { $words }
understood-second = 질문이 하나 더 있었습니다: { $topic }
understood-second-show = 그것은 누구 담당인지 보기

ask-own-words = 직접 쓰기
ask-own-words-hint = 질문을 있는 그대로 쓰거나 붙여 넣으세요. 메일 전체도 됩니다.
ask-own-words-go = 질문 읽기
ask-or-topic = 또는 주제를 직접 고르기

cli-share = { $percent }%
cli-led = 근거가 된 말: { $words }
cli-train-begins = 질문 { $count }개에서 배웁니다. { $held_out }개는 측정용으로 남겨 둡니다. 몇 분 걸립니다.
cli-train-worse = 이 모델은 { $file }에 있는 것보다 나쁩니다. 아무것도 쓰지 않았습니다.
cli-train-installed = { $file }에 새 모델이 있습니다. 특징 { $features }개.
cli-train-head = | 남겨 둔 질문 | 개수 | 주제 맞음 | 담당 맞음 | 확신한 비율 | 확신했을 때 담당 맞음 |
cli-train-all = 전체
cli-train-untold = 묻는 이를 알려 주지 않음
cli-train-forum = 따로 작성한 포럼 질문
cli-train-certainty-head = | 확신도 하한 | 질문 | 평균 확신도 | 담당 정답 |
cli-train-calibration = 확신도는 평균 { $percent }포인트 어긋나고, 언어는 { $lang_right }% 맞습니다.
cli-train-confusion = { $meant }을(를) { $read }(으)로 읽음: { $count }, 그중 확신한 것 { $sure }
