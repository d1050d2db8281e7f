using FsCheck;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Learning;

public sealed class LearnedWeightsTests
{
    private static readonly MemberAnswer[] Said = [MemberAnswer.DidNotMeet, MemberAnswer.Met, MemberAnswer.AgainPlease];
    private static readonly MeetingKind Walk = new(Offer.Walk, InPerson: true, AcrossDepartments: false);

    [FsCheck.NUnit.Property]
    public void FactorOf_AnyAnswers_StaysWithinTheRange(PositiveInt seed, NonNegativeInt range)
    {
        var learned = LearnedWeights.From(Answers(seed.Get));
        var widest = range.Get % (LearnedWeights.Widest + 1);

        Assert.That(Kinds().Select(kind => learned.FactorOf(kind, widest)), Is.All.InRange(1000 - widest, 1000 + widest));
    }

    [FsCheck.NUnit.Property]
    public void FactorOf_OneBetterAnswer_NeverFallsAndChangesNoOtherKind(PositiveInt seed)
    {
        var answers = Answers(seed.Get);
        var better = answers.ToList();
        var which = seed.Get % answers.Count;
        better[which] = better[which] with { Answer = MemberAnswer.AgainPlease };
        var (before, after) = (LearnedWeights.From(answers), LearnedWeights.From(better));

        Assert.That(after.FactorOf(answers[which].Kind), Is.GreaterThanOrEqualTo(before.FactorOf(answers[which].Kind)));
        var others = Kinds().Where(kind => kind != answers[which].Kind).ToList();
        Assert.That(others.Select(kind => after.FactorOf(kind)), Is.EqualTo(others.Select(kind => before.FactorOf(kind))));
    }

    [FsCheck.NUnit.Property]
    public void FactorOf_OnePersonRepeatsAnyAnswer_ChangesNoMoreThanTheSmoothingAllows(PositiveInt seed, PositiveInt times)
    {
        var others = Answers(seed.Get).Where(answer => answer.PersonId != "p0").ToList();
        var people = others.Where(answer => answer.Kind == Walk).Select(answer => answer.PersonId).Distinct().Count();
        // From the neutral average, either end is at least 300 away.
        var most = (LearnedWeights.Widest * (1000 / (LearnedWeights.PriorPeople + people + 1)) / 300) + 2;
        var without = LearnedWeights.From(others).FactorOf(Walk);

        foreach (var answer in Said)
        {
            var repeated = Enumerable.Repeat(new MeetingAnswer("p0", Walk, answer), times.Get);
            var with = LearnedWeights.From([.. others, .. repeated]).FactorOf(Walk);
            Assert.That(with, Is.InRange(without - most, without + most));
        }
    }

    [FsCheck.NUnit.Property]
    public void From_AnswersInAnotherOrder_GivesTheSameFactors(PositiveInt seed)
    {
        var answers = Answers(seed.Get);

        Assert.That(
            Kinds().Select(kind => LearnedWeights.From(Enumerable.Reverse(answers)).FactorOf(kind)),
            Is.EqualTo(Kinds().Select(kind => LearnedWeights.From(answers).FactorOf(kind))));
    }

    [Test]
    public void FactorOf_KindWithoutAnswers_IsNeutral() =>
        Assert.That(
            LearnedWeights.From([new("a", Walk, MemberAnswer.DidNotMeet)]).FactorOf(Walk with { InPerson = false }),
            Is.EqualTo(1000));

    [TestCase(MemberAnswer.Unasked)]
    [TestCase(MemberAnswer.Asked)]
    public void FactorOf_Silence_TeachesNothing(MemberAnswer silence) =>
        Assert.That(LearnedWeights.From([new("a", Walk, silence)]).FactorOf(Walk), Is.EqualTo(1000));

    [TestCase(10, MemberAnswer.DidNotMeet, 934)]
    [TestCase(200, MemberAnswer.DidNotMeet, 818)]
    [TestCase(10, MemberAnswer.Met, 1022)]
    [TestCase(200, MemberAnswer.AgainPlease, 1181)]
    public void FactorOf_UnanimousAnswers_MovesFurtherTheMorePeopleAnswer(int people, MemberAnswer answer, int factor) =>
        Assert.That(
            LearnedWeights.From(Enumerable.Range(0, people).Select(person => new MeetingAnswer($"p{person}", Walk, answer))).FactorOf(Walk),
            Is.EqualTo(factor));

    private static IEnumerable<MeetingKind> Kinds() =>
        from offer in new[] { Offer.Coffee, Offer.Walk }
        from inPerson in new[] { false, true }
        from across in new[] { false, true }
        select new MeetingKind(offer, inPerson, across);

    private static List<MeetingAnswer> Answers(int seed)
    {
        var random = new Random(seed);
        var kinds = Kinds().ToArray();
        return
        [
            .. Enumerable.Range(0, 1 + random.Next(120)).Select(_ =>
                new MeetingAnswer($"p{random.Next(30)}", kinds[random.Next(kinds.Length)], Said[random.Next(Said.Length)])),
        ];
    }
}
