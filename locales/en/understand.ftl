# Questions in somebody's own words, and what they were read as.

error-text-needed = Write what it is about, or choose a topic from the list.

understood-as = This reads as: { $topic }
understood-change = Not it? Change
understood-choose = This could be several things. Choose the one you mean.
understood-choose-help = They go to different people, so nothing was decided for you.
understood-choose-none = None of these: choose from the list below.
understood-kept = Your organisation keeps questions asked in people’s own words for a time, with the topic chosen for those that were read wrongly, so that the hub learns to read better.
understood-goes-to = Usually for: { $owner }
understood-nothing = Nothing here could be read. Choose a topic from the list.
understood-first-party = This reads as being about the marketplace operator’s own products.
understood-first-party-name = The operator’s own products
understood-first-party-help = This programme covers third-party products only. Ask whoever supports the operator’s products for you.
understood-first-party-difference = It is one of the operator’s own products, not one from the marketplace.
understood-not-support = This does not read like a question.
understood-not-support-name = No question
understood-not-support-help = If it is one, say in a sentence what happened or what you need, or choose a topic.
understood-not-support-difference = It tells or thanks, and asks nothing.
understood-words = Read from: { $words }
understood-second = There was a second question: { $topic }
understood-second-show = See whose that is

ask-own-words = In your own words
ask-own-words-hint = Write or paste the question as it is; a whole mail will do.
ask-own-words-go = Read my question
ask-or-topic = Or choose the topic yourself

cli-share = { $percent } %
cli-led = Read from: { $words }
cli-train-begins = Learning from { $count } questions; { $held_out } are held out for measuring. This takes a few minutes.
cli-train-worse = This model is worse than the one in { $file }. Nothing was written.
cli-train-installed = { $file } holds the new model: { $features } features.
cli-train-head = | questions held out | count | topic right | party right | sure of | party right when sure |
cli-train-all = all
cli-train-untold = asker not told
cli-train-forum = forum questions, written apart
cli-train-certainty-head = | certainty from | questions | mean certainty | party right |
cli-train-calibration = Certainty is off by { $percent } points on average; the language is right in { $lang_right } %.
cli-train-confusion = { $meant } read as { $read }: { $count }, of them { $sure } surely
