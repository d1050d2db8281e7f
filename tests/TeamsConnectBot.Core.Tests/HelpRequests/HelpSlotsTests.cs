using TeamsConnectBot.Core.HelpRequests;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

public sealed class HelpSlotsTests
{
    private static readonly Week First = new(new LocalDate(2026, 11, 30));
    private static readonly Week Next = new(new LocalDate(2026, 12, 7));

    // 36 is Monday 09:00 UTC.
    [Test]
    public void Choose_ALongDay_GivesMomentsWellApartFromTheFirstOne() =>
        Assert.That(Chosen(20, 36, 80, new Slot(36, 32)), Is.EqualTo(new[] { "Mon 09:00", "Mon 11:00", "Mon 13:00" }));

    // The question closes on Tuesday at 12:00, and the deadline is at 17:00.
    [Test]
    public void Choose_TwoDays_HasAMomentForWhoeverAnswersAtTheLastMoment() => Assert.That(
        Chosen(20, 36, 164, closes: 144, new Slot(36, 32), new Slot(132, 32)),
        Is.EqualTo(new[] { "Mon 09:00", "Mon 16:30", "Tue 12:30" }));

    [Test]
    public void Choose_NothingFreeAfterTheQuestionCloses_HasTheLastMomentBefore() => Assert.That(
        Chosen(20, 36, 164, closes: 144, new Slot(36, 8), new Slot(132, 4)),
        Is.EqualTo(new[] { "Mon 09:00", "Mon 10:30", "Tue 09:30" }));

    [Test]
    public void Choose_OneShortGap_GivesMomentsThatDoNotOverlap() =>
        Assert.That(Chosen(30, 36, 80, new Slot(36, 5)), Is.EqualTo(new[] { "Mon 09:00", "Mon 09:30" }));

    [Test]
    public void Choose_DeadlineInTheGap_GivesOnlyMomentsThatAreOverByThen() =>
        Assert.That(Chosen(30, 36, 39, new Slot(36, 32)), Is.EqualTo(new[] { "Mon 09:00" }));

    [Test]
    public void Choose_NothingLongEnough_IsEmpty() => Assert.That(Chosen(45, 36, 80, new Slot(36, 2), new Slot(40, 2)), Is.Empty);

    [Test]
    public void Choose_TwoWeeks_GoesOnInTheNext() => Assert.That(
        HelpSlots.Choose(
            new Dictionary<Week, WeekAvailability>
            {
                [Next] = WeekAvailability.FromSlots([new Slot(36, 2)]), [First] = WeekAvailability.FromSlots([new Slot(36, 2)]),
            },
            30, new Interval(First.Start, Next.End), First.Start),
        Is.EqualTo(new[] { First.At(36), Next.At(36) }));

    private static IEnumerable<string> Chosen(int minutes, int from, int until, params Slot[] free) =>
        Chosen(minutes, from, until, null, free);

    private static IEnumerable<string> Chosen(int minutes, int from, int until, int? closes, params Slot[] free) => HelpSlots
        .Choose(
            new Dictionary<Week, WeekAvailability> { [First] = WeekAvailability.FromSlots(free) }, minutes,
            new Interval(First.At(from), First.At(until)), First.At(closes ?? from))
        .Select(start => start.InUtc().ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
