using FsCheck;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Learning;

public sealed class LearntWeightsTests
{
    private static readonly MemberAnswer[] Said = [MemberAnswer.DidNotMeet, MemberAnswer.Met, MemberAnswer.AgainPlease];
    private static readonly MeetingKind Walk = new(Offer.Walk, InPerson: true, AcrossDepartments: false);

    [FsCheck.NUnit.Property]
    public void FactorOf_AnyAnswers_StaysWithinTheRange(PositiveInt seed, NonNegativeInt range)
    {
        var learnt = LearntWeights.From(Answers(seed.Get));
        var widest = range.Get % (LearntWeights.Widest + 1);

        Assert.That(Kinds().Select(kind => learnt.FactorOf(kind, widest)), Is.All.InRange(1000 - widest, 1000 + widest));
    }

    [FsCheck.NUnit.Property]
    public void FactorOf_OneAnswerIsBetter_NeverFallsAndChangesNoOtherKind(PositiveInt seed)
    {
        var answers = Answers(seed.Get);
        var better = answers.ToList();
        var which = seed.Get % answers.Count;
        better[which] = better[which] with { Answer = MemberAnswer.AgainPlease };
        var (before, after) = (LearntWeights.From(answers), LearntWeights.From(better));

        Assert.That(after.FactorOf(answers[which].Kind), Is.GreaterThanOrEqualTo(before.FactorOf(answers[which].Kind)));
        Assert.That(Kinds().Where(kind => kind != answers[which].Kind).Select(kind => after.FactorOf(kind)), Is.EqualTo(Kinds().Where(kind => kind != answers[which].Kind).Select(kind => before.FactorOf(kind))));
    }

    [FsCheck.NUnit.Property]
    public void FactorOf_OnePersonSaysWhatTheyLikeAsOftenAsTheyLike_MovesNoMoreThanTheSmoothingAllows(PositiveInt seed, PositiveInt times)
    {
        var others = Answers(seed.Get).Where(answer => answer.PersonId != "p0").ToList();
        var people = others.Where(answer => answer.Kind == Walk).Select(answer => answer.PersonId).Distinct().Count();
        // The average's way to either end is at least 300 long there.
        var most = (LearntWeights.Widest * (1000 / (LearntWeights.PriorPeople + people + 1)) / 300) + 2;
        var without = LearntWeights.From(others).FactorOf(Walk);

        foreach (var answer in Said)
        {
            var with = LearntWeights.From([.. others, .. Enumerable.Repeat(new MeetingAnswer("p0", Walk, answer), times.Get)]).FactorOf(Walk);
            Assert.That(with, Is.InRange(without - most, without + most));
        }
    }

    [FsCheck.NUnit.Property]
    public void From_AnswersInAnotherOrder_ComesToTheSame(PositiveInt seed)
    {
        var answers = Answers(seed.Get);

        Assert.That(LearntWeights.From(Enumerable.Reverse(answers)).Table(5), Is.EqualTo(LearntWeights.From(answers).Table(5)));
    }

    [Test]
    public void FactorOf_KindNobodySpokeOf_IsNeutral() =>
        Assert.That(LearntWeights.From([new("a", Walk, MemberAnswer.DidNotMeet)]).FactorOf(Walk with { InPerson = false }), Is.EqualTo(1000));

    [TestCase(MemberAnswer.Unasked)]
    [TestCase(MemberAnswer.Asked)]
    public void FactorOf_Silence_TeachesNothing(MemberAnswer silence) =>
        Assert.That(LearntWeights.From([new("a", Walk, silence)]).FactorOf(Walk), Is.EqualTo(1000));

    [TestCase(10, MemberAnswer.DidNotMeet, 934)]
    [TestCase(200, MemberAnswer.DidNotMeet, 818)]
    [TestCase(10, MemberAnswer.Met, 1022)]
    [TestCase(200, MemberAnswer.AgainPlease, 1181)]
    public void FactorOf_EverybodyOfOneMind_GoesThatWayTheFurtherTheMoreTheyAre(int people, MemberAnswer answer, int factor) =>
        Assert.That(LearntWeights.From(Enumerable.Range(0, people).Select(person => new MeetingAnswer($"p{person}", Walk, answer))).FactorOf(Walk), Is.EqualTo(factor));

    [TestCase(9, 0)]
    [TestCase(10, 1)]
    public void Table_FewerThanTheGroupMinimum_ShowsNoLine(int people, int lines)
    {
        var answers = Enumerable.Range(0, people * 3).Select(index => new MeetingAnswer($"p{index % people}", Walk, MemberAnswer.Met));

        Assert.That(LearntWeights.From(answers).Table(), Has.Count.EqualTo(lines));
    }

    [Test]
    public void Table_EnoughPeople_SaysWhatAdminsNeedToUnderstandTheFactor()
    {
        var answers = Enumerable.Range(0, 20).Select(person => new MeetingAnswer($"p{person}", Walk, person < 10 ? MemberAnswer.Met : MemberAnswer.DidNotMeet));

        Assert.That(LearntWeights.From(answers).Table(), Is.EqualTo(new[] { new LearntRow(Walk, Factor: 958, People: 20, Worth: 400) }));
    }

    private static IEnumerable<MeetingKind> Kinds() =>
        from offer in new[] { Offer.Coffee, Offer.Walk } from inPerson in new[] { false, true } from across in new[] { false, true } select new MeetingKind(offer, inPerson, across);

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
