using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

public sealed class SlotChoiceTests
{
    private static readonly Slot MondayNineToFive = new(36, 32);

    [Test]
    public void SlotCost_GapAtTheEdgeOfTheDay_CountsDayEdge()
    {
        var free = WeekAvailability.FromSlots([MondayNineToFive]);

        Assert.Multiple(() =>
        {
            Assert.That(SlotCost.Of(free, new Slot(36, 2)), Is.EqualTo(SlotCost.DayEdge));
            Assert.That(SlotCost.Of(free, new Slot(65, 2)), Is.EqualTo(SlotCost.DayEdge));
            Assert.That(SlotCost.Of(free, new Slot(38, 2)), Is.Zero);
        });
    }

    [Test]
    public void SlotCost_MiddleOfTheOnlyLongBlock_CountsBreaksLongBlock()
    {
        var free = WeekAvailability.FromSlots([new Slot(36, 4), new Slot(44, 10), new Slot(60, 4)]);

        Assert.Multiple(() =>
        {
            Assert.That(SlotCost.Of(free, new Slot(48, 2)), Is.EqualTo(SlotCost.BreaksLongBlock));
            Assert.That(SlotCost.Of(free, new Slot(44, 2)), Is.Zero);
            Assert.That(SlotCost.Of(free, new Slot(38, 2)), Is.Zero);
        });
    }

    [Test]
    public void SlotCost_ShiftAcrossMidnight_IsOneDay()
    {
        var free = WeekAvailability.FromSlots([new Slot(88, 24)]);

        Assert.That(SlotCost.Of(free, new Slot(96, 2)), Is.Zero);
    }

    [Test]
    public void SharedGaps_SameOfficeThatDay_AreInPerson()
    {
        var members = new[] { Member("a"), Member("b") };

        var best = SlotChoice.SharedGaps(Pools.Week, members, new(), Pools.WholeWeek, 3);

        Assert.That(best.Select(option => (option.Place, option.Cost)), Is.All.EqualTo((MeetingPlace.InPerson("Utrecht"), 0)));
    }

    [Test]
    public void SharedGaps_OneAtHomeThatDay_AreOnline()
    {
        var members = new[] { Member("a"), Member("b") with { OfficeDays = [IsoDayOfWeek.Tuesday] } };

        Assert.That(SlotChoice.SharedGaps(Pools.Week, members, new(), Pools.WholeWeek, 1)[0].Place, Is.EqualTo(MeetingPlace.Online));
    }

    [Test]
    public void SharedGaps_NoPlaceForBoth_AreEmpty()
    {
        var members = new[] { Member("a") with { AcceptsOnline = false }, Member("b") with { Office = "Leiden" } };

        Assert.That(SlotChoice.SharedGaps(Pools.Week, members, new(), Pools.WholeWeek, 3), Is.Empty);
    }

    [Test]
    public void SharedGaps_PartOfTheDayIsOfferable_LieEntirelyWithinIt()
    {
        var gaps = SlotChoice.SharedGaps(Pools.Week, [Member("a"), Member("b")], new(), new Slot(50, 6), 9);

        Assert.That(gaps.Select(option => option.Slot), Is.EqualTo(new Slot[] { new(50, 2), new(52, 2), new(54, 2) }));
    }

    [TestCase(0)]
    [TestCase(9)]
    public void GapQuarters_OutOfRange_ThrowsNamingTheSetting(int quarters) =>
        Assert.That(
            () => new MatchingRules { GapQuarters = quarters },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains($"GapQuarters is {quarters}; it must lie within 1 … 8"));

    private static PoolMember Member(string id) => new()
    {
        Id = id,
        Office = "Utrecht",
        Zone = DateTimeZone.Utc,
        Languages = ["nl"],
        OfficeDays = [IsoDayOfWeek.Monday],
        Free = WeekAvailability.FromSlots([MondayNineToFive]),
    };
}
