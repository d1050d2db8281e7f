using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Lunch, learning, topics, two sides, several meetings a person and seasons, all in one pool.</summary>
public sealed class EverythingAtOnceTests
{
    private static readonly string[] Subjects = ["bread", "chess", "knots"];

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Plan_AnyPool_OffersEachPersonGapsThatSuitThemAndDoNotOverlap(PositiveInt seed)
    {
        var round = Round.From(seed.Get);

        foreach (var ask in round.Plan.Asks)
        {
            Assert.That(ask.Gaps.All(gap => Pools.Suits(ask.Member, gap)), Is.True);
            Assert.That(ask.Gaps.Zip(ask.Gaps.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second)), Is.False);
            Assert.That(ask.Gaps.Length, Is.InRange(1, round.Rules.MaxGapsOffered));
        }

        Assert.That(
            round.Plan.Asks.Select(ask => ask.Member.Id).Concat(round.Plan.NotAsked.Select(left => left.Member.Id)),
            Is.EquivalentTo(round.Members.Select(member => member.Id)));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Settle_AnyPool_GivesNobodyTooManyMeetingsOrTwoAtOnce(PositiveInt seed)
    {
        var round = Round.From(seed.Get);

        var (groups, left) = (round.Settled.Groups, round.Settled.LeftOut);

        foreach (var member in round.Yeses.Select(yes => yes.Member))
        {
            var theirs = groups.Where(group => group.Members.Contains(member)).Select(group => group.Slot)
                .OrderBy(slot => slot.Start).ToList();
            Assert.That(theirs, Has.Count.InRange(left.Contains(member) ? 0 : 1, left.Contains(member) ? 0 : member.MostMeetings));
            Assert.That(theirs.Zip(theirs.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second)), Is.False);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Settle_AnyPool_BringsTogetherOnlyPeopleWhoMayMeetAtATimeBothTickedForSomethingBothCameFor(PositiveInt seed)
    {
        var round = Round.From(seed.Get);
        var ticked = round.Yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);

        foreach (var group in round.Settled.Groups)
        {
            Assert.That(group.Slot.Length, Is.EqualTo(group.IsLunch ? round.Rules.LunchQuarters : round.Rules.GapQuarters));
            foreach (var (one, other) in Pairs(group))
            {
                Assert.That(round.MayMeet(one, other), Is.True);
                Assert.That(
                    group.IsLunch ? Pools.ForLunch(one, other, group.Slot) : Pools.ForAnythingElse(one, other, group.Slot), Is.True);
            }

            Assert.That(
                group.Members.All(member => ticked[member.Id].Any(
                    gap => gap.Start <= group.Slot.Start && gap.End >= group.Slot.End)),
                Is.True);
        }

        Assert.That(
            round.Settled.Groups.SelectMany(Pairs).Select(pair => new PersonPair(pair.One.Id, pair.Other.Id)), Is.Unique);
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Settle_AnyPool_BringsTogetherEveryTwoInASeasonWhoShareATick(PositiveInt seed)
    {
        var round = Round.From(seed.Get);
        var yeses = round.Yeses.ToDictionary(yes => yes.Member.Id);
        var once = round.History.Seasons.SelectMany(pair => new[] { pair.First, pair.Second }).CountBy(id => id)
            .Where(count => count.Value == 1).Select(count => count.Key).ToHashSet();

        var expected = round.History.Seasons.Where(pair => once.Contains(pair.First) && once.Contains(pair.Second)
            && yeses.TryGetValue(pair.First, out var one) && yeses.TryGetValue(pair.Second, out var other)
            && round.MayMeet(one.Member, other.Member)
            && one.Ticked.Intersect(other.Ticked).Any(slot => slot.Length >= round.Rules.LunchQuarters
                && slot.Length == round.Rules.GapQuarters && Pools.FitsBoth(one.Member, other.Member, slot)));

        Assert.That(
            round.Settled.Groups.Where(group => group.Members.Length == 2)
                .Select(group => new PersonPair(group.Members[0].Id, group.Members[1].Id)),
            Is.SupersetOf(expected));
    }

    [Test]
    public void Settle_ManyPools_HaveEverythingThatThesePropertiesAreAbout()
    {
        var groups = Enumerable.Range(1, 100).Select(Round.From).SelectMany(round => round.Settled.Groups.Select(group => (
            group.IsLunch, group.IsLearning, IsSeason: group.Members is [var one, var other]
                && round.History.Seasons.Contains(new PersonPair(one.Id, other.Id)),
            IsSecond: round.Settled.Groups.Count(met => met.Members.Contains(group.Members[0])) > 1))).ToList();

        Assert.That(
            new[]
            {
                groups.Count(group => group.IsLunch), groups.Count(group => group.IsLearning), groups.Count(group => group.IsSeason),
                groups.Count(group => group.IsSecond),
            },
            Has.All.GreaterThan(10));
    }

    private static IEnumerable<(PoolMember One, PoolMember Other)> Pairs(SettledGroup group) =>
        group.Members.SelectMany((one, index) => group.Members.Skip(index + 1).Select(other => (one, other)));

    private sealed record Round(
        PoolMember[] Members, PoolHistory History, MatchingRules Rules, AskPlan Plan, List<Acceptance> Yeses, Settlement Settled)
    {
        public static Round From(int seed)
        {
            var random = new Random(seed);
            var rules = new MatchingRules
            {
                GapQuarters = random.Next(1, 5), MaxGapsOffered = random.Next(1, 4), RepeatWindow = random.Next(0, 8),
            };
            var (hasSides, keepsBreak) = (random.Next(2) == 0, random.Next(2) == 0);
            PoolMember[] members =
                [.. Pools.Members(seed, random.Next(2, 20), hoursFree: 14).Select(member => Choose(random, member, hasSides, keepsBreak))];
            var history = Pools.History(seed, members);
            var met = history.RoundsSinceMet.Keys.OrderBy(pair => pair.ToString(), StringComparer.Ordinal);
            history = history with { Seasons = [.. met.Where(_ => random.Next(3) == 0)] };
            var plan = AskPlanner.Plan(Pools.Week, members, history, rules, Pools.WholeWeek, (ulong)seed);
            var yeses = Pools.Yeses(seed, plan, share: 0.85);
            return new Round(
                members, history, rules, plan, yeses, Settler.Settle(Pools.Week, yeses, history, rules, (ulong)seed));
        }

        public bool MayMeet(PoolMember one, PoolMember other)
        {
            var hasSides = Yeses.Exists(yes => yes.Member.Side is not null);
            return Pools.MayMeet(one, other, History with { Again = History.Again.Union(History.Seasons) }, Rules)
                && (!hasSides || (one.Side is not null && other.Side is not null && one.Side != other.Side));
        }

        private static PoolMember Choose(Random random, PoolMember member, bool hasSides, bool keepsBreak)
        {
            var lunch = LunchTime.In(Pools.Week, member.Zone, LunchTime.Usual);
            var free = member.Free.Or(random.Next(2) == 0 ? lunch : WeekAvailability.None);
            return member with
            {
                Offers = [.. Enum.GetValues<Offer>().Where(_ => random.Next(3) == 0)],
                CanTell = Some(Subjects), WantsToLearn = Some(Subjects), Topics = Some(Subjects),
                Free = keepsBreak ? free.Without(lunch) : free, FreeAtLunch = free.And(lunch),
                Side = hasSides && random.Next(10) > 0 ? (PoolSide)random.Next(1, 3) : null,
                MostMeetings = hasSides ? random.Next(1, 4) : 1,
                WeeksSinceAsked = random.Next(3) == 0 ? null : random.Next(1, 9),
            };

            ImmutableHashSet<string> Some(string[] all) => [.. all.Where(_ => random.Next(3) == 0)];
        }
    }
}
