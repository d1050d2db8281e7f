using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Rounds;

/// <summary>Someone to invite: their need, when the card may be sent, and the rule that applies.</summary>
internal sealed record Nudge(PersonSnapshot Person, Need Need, Instant SendAt, ActiveRule By)
{
    /// <summary>How many weeks ago they were last asked; null if not in the last half year.</summary>
    public int? WeeksSinceAsked { get; init; }
}

/// <summary>Someone who is not invited, and why.</summary>
internal sealed record HeldBack(string PersonId, NudgeReason Reason);

/// <summary>Applies the rules to decide who may be nudged in this round, and calculates the need that orders them.</summary>
internal sealed class Nudges(NudgeHistory histories, AiUseReadings readings)
{
    public async Task<(IReadOnlyList<Nudge> Asked, IReadOnlyList<HeldBack> Held)> DecideAsync(
        PoolOptions pool, IReadOnlyList<PersonSnapshot> people, RoundRules rules, RoundTimes times, bool useBands,
        CancellationToken cancellationToken)
    {
        var now = times.Now;
        var past = await histories.ReadAsync(cancellationToken);
        var days = await readings.ReadAsync(cancellationToken);
        var asked = new List<Nudge>();
        var held = new List<HeldBack>();
        foreach (var person in people)
        {
            var earlier = past[person.Member.Id].ToList();
            var today = now.InZone(person.Hours.Zone).Date;
            var band = !useBands ? null : AiUseReadings.BandOf(person.Participant, days[person.Member.Id], person.Hours.Days, today);
            var profile = Profile(person, Input(person, band, now), times.Offerable);

            // In a small pool the band is treated as unknown, which excludes nobody.
            var judged = people.Count < RuleValidator.MinParticipantsForBand ? profile.WithoutBand() : profile;
            var decision = Decide(pool, rules, person, judged, earlier, now);

            // Whoever starts work only after the answers closed would never see the card: not asked, and no turn in which they said yes.
            if (decision is { Asks: true, Rule: { } rule, Nudge.NextAt: { } sendAt } && sendAt < times.AnswersUntil)
            {
                asked.Add(new Nudge(person, Explained(Need.Of(profile.Need, rule.WeightsInUse), earlier), sendAt, rules.Active(rule))
                {
                    WeeksSinceAsked = NudgeHistory.WeeksSinceAsked(earlier, now),
                });
            }
            else
            {
                held.Add(new HeldBack(person.Member.Id, decision.Nudge.Reason));
            }
        }

        return (asked, held);
    }

    // Somebody whose invitation never arrived goes first too, but did not say yes: 'Why this?' counts only their own yeses.
    private static Need Explained(Need need, List<Invitation> earlier)
    {
        var unsaid = NudgeHistory.TurnsNeverDelivered(earlier);
        return need with
        {
            Facts = [.. need.Facts
                .Select(fact => fact.Kind == NeedFactKind.TurnsLeftOut ? fact with { Value = fact.Value - unsaid } : fact)
                .Where(fact => fact.Kind != NeedFactKind.TurnsLeftOut || fact.Value > 0)],
        };
    }

    private static RuleDecision Decide(
        PoolOptions pool, RoundRules rules, PersonSnapshot person, RuleProfile profile, List<Invitation> earlier, Instant now)
    {
        var limits = new NudgeLimits
        {
            Hours = person.Hours, Reported = UsualHours.Narrowing(person.Participant.Preferences, person.Hours.Zone),
            Holidays = person.DaysOff, QuietHours = DailyHours.Parse(pool.QuietHours),

            // What people were told when they joined, whatever a rule would allow, and in however many pools they are.
            MostPerWeek = 1,
            PausedUntil = person.Participant.PausedUntil, WeeksBetween = person.Participant.Preferences.WeeksBetween,
            NotThisWeekSaidAt = NudgeHistory.NotThisWeekSaidAt(earlier),
        };
        return rules.For(person.Member.Id).Decide(
            profile, now, limits, [.. earlier.Select(NudgeHistory.ToPastNudge)], [.. NudgeHistory.ByRule(earlier)]);
    }

    private static RuleProfile Profile(PersonSnapshot person, NeedInput need, Slot offerable) => new()
    {
        Need = need,
        LongestGapMinutes = 15 * person.Member.Free.Gaps()
            .Select(gap => Math.Min(gap.End, offerable.End) - Math.Max(gap.Start, offerable.Start)).Append(0).Max(),
        OfficeDays = SelfReportedDays.OfficeOf(person.Participant.Preferences).Count,
        WorkingDays = SelfReportedDays.WorkingOf(person.Participant.Preferences).Count,
        Department = person.Entry.Department,
    };

    private static NeedInput Input(PersonSnapshot person, AiUseBand? band, Instant now) => new()
    {
        DaysSinceContact = person.Participant.LastContactAt is { } last ? (int)(now - last).TotalDays : null,
        AiUse = band,
        TurnsLeftOut = person.Participant.TurnsLeftOut,
        DaysSinceJoining = person.Entry.HiredOn is { } hired
            && Period.DaysBetween(hired, now.InZone(person.Hours.Zone).Date) is >= 0 and var days ? days : null,
        RemoteDays = SelfReportedDays.RemoteOf(person.Participant.Preferences),
        AskedForIt = person.Participant.AskedForCompanyAt is not null,
    };
}
