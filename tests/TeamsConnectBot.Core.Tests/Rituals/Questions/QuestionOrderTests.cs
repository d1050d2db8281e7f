using TeamsConnectBot.Core.Rituals.Questions;

namespace TeamsConnectBot.Core.Tests.Rituals.Questions;

/// <summary>Questions do not come back within half a year, whatever the rhythm, and every one gets its turn.</summary>
public sealed class QuestionOrderTests
{
    private const int Occurrences = 200;
    private static readonly LocalDate Start = new(2026, 3, 2);

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool Next_TwoHundredTimesInAnyRhythm_NeverRepeatsWithinHalfAYear(Guid seed, Guid other, byte questions, int rhythm)
    {
        var count = 1 + (questions % 60);
        var random = new Random(rhythm);
        var asked = new List<AskedQuestion>();
        var last = new Dictionary<Guid, int?> { [seed] = null, [other] = null };
        var today = Start;
        for (var occurrence = 0; occurrence < Occurrences; occurrence++)
        {
            today = today.PlusDays(random.Next(0, 15));
            var ritual = random.Next(4) == 0 ? other : seed;
            var next = QuestionOrder.Next(count, ritual, last[ritual], asked, today);
            if (next is null)
            {
                // Only when every question is still too recent, and then a date is known on which one is free.
                if (QuestionOrder.FreeFrom(count, asked) is not { } free || free <= today)
                {
                    return false;
                }

                continue;
            }

            if (asked.Exists(before => before.Number == next && before.On.PlusMonths(6) > today) || next < 0 || next >= count)
            {
                return false;
            }

            asked.Add(new AskedQuestion(next.Value, today));
            last[ritual] = next;

            // What the service forgets about, as its nightly clean-up does.
            asked.RemoveAll(before => before.On.PlusMonths(7) < today);
        }

        return true;
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public bool Next_EveryWeek_AsksAllQuestionsBeforeAnyComesBack(Guid seed)
    {
        const int Count = 42;
        var asked = new List<AskedQuestion>();
        for (var week = 0; week < Occurrences; week++)
        {
            var today = Start.PlusWeeks(week);
            var recent = asked.Where(each => each.On.PlusMonths(7) >= today);
            int? last = asked.Count == 0 ? null : asked[^1].Number;
            asked.Add(new AskedQuestion(QuestionOrder.Next(Count, seed, last, recent, today)!.Value, today));
        }

        return asked.Select(each => each.Number).Chunk(Count).All(round => round.Distinct().Count() == round.Length);
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool Of_AnyRitual_HasEveryQuestionOnceAndKeepsItsOrderWhenTheListGrows(Guid seed, byte count)
    {
        var order = QuestionOrder.Of(count, seed);
        return order.Order().SequenceEqual(Enumerable.Range(0, count))
            && QuestionOrder.Of(count + 1, seed).Where(number => number != count).SequenceEqual(order);
    }

    [Test]
    public void Of_TwoRituals_HaveDifferentOrders() => Assert.That(
        QuestionOrder.Of(40, new Guid("0193a1b0-0000-7000-8000-000000000001")),
        Is.Not.EqualTo(QuestionOrder.Of(40, new Guid("0193a1b0-0000-7000-8000-000000000002"))));

    [Test]
    public void Next_HalfAYearLater_MayBeTheSameQuestionAndADayEarlierNot()
    {
        AskedQuestion[] asked = [new(0, new LocalDate(2026, 3, 2))];

        Assert.That(QuestionOrder.Next(1, Guid.Empty, 0, asked, new LocalDate(2026, 9, 1)), Is.Null);
        Assert.That(QuestionOrder.Next(1, Guid.Empty, 0, asked, new LocalDate(2026, 9, 2)), Is.Zero);
        Assert.That(QuestionOrder.FreeFrom(1, asked), Is.EqualTo(new LocalDate(2026, 9, 2)));
    }

    [Test]
    public void Next_NoQuestions_IsNone()
    {
        Assert.That(QuestionOrder.Next(0, Guid.Empty, null, [], Start), Is.Null);
        Assert.That(QuestionOrder.FreeFrom(0, []), Is.Null);
    }
}
