using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Rounds;

/// <summary>Someone who may be asked, why, the next moment a card does not disturb, and the rule that says so.</summary>
internal sealed record Nudge(GatheredPerson Person, Need Need, Instant SendAt, ActiveRule By);

/// <summary>Someone who is not asked, and why.</summary>
internal sealed record Held(string PersonId, NudgeReason Reason);

/// <summary>Decides by the rules who may be nudged in this round, and computes the need that orders them.</summary>
internal sealed class Nudges(NudgeHistory histories, AiUseReadings readings)
{
    public async Task<(IReadOnlyList<Nudge> Asked, IReadOnlyList<Held> Held)> DecideAsync(
        IReadOnlyList<GatheredPerson> people, RuleSetting rules, Slot offerable, Instant now, bool useBands, CancellationToken cancellationToken)
    {
        var past = await histories.ReadAsync(cancellationToken);
        var days = await readings.ReadAsync(cancellationToken);
        var asked = new List<Nudge>();
        var held = new List<Held>();
        foreach (var person in people)
        {
            var earlier = past[person.Member.Id].ToList();
            var today = now.InZone(person.Hours.Zone).Date;
            var band = !useBands ? null : AiUseReadings.BandOf(person.Participant, days[person.Member.Id], person.Hours.Days, today);
            var profile = Profile(person, Input(person, band, now), offerable);

            // Of few people a band is not asked about; it then counts as unknown, which keeps nobody out.
            var seen = people.Count < RuleValidator.MinParticipantsForBand ? profile.WithoutBand() : profile;
            var decision = Decide(rules, person, seen, earlier, now);
            if (decision is { Asks: true, Rule: { } rule, Nudge.NextAt: { } sendAt })
            {
                asked.Add(new Nudge(person, Need.Of(profile.Need, rule.Weights), sendAt, rules.Active(rule)));
            }
            else
            {
                held.Add(new Held(person.Member.Id, decision.Nudge.Reason));
            }
        }

        return (asked, held);
    }

    private static RuleDecision Decide(RuleSetting rules, GatheredPerson person, RuleProfile profile, List<Invitation> earlier, Instant now)
    {
        var limits = new NudgeLimits
        {
            Hours = person.Hours,
            Holidays = person.DaysOff,
            PausedUntil = person.Participant.PausedUntil,
            WeeksBetween = person.Participant.Preferences.WeeksBetween,
            NotThisWeekSaidAt = NudgeHistory.NotThisWeekSaidAt(earlier),
        };
        return rules.For(person.Member.Id).Decide(
            profile, now, limits, [.. earlier.Select(NudgeHistory.ToPastNudge)], [.. NudgeHistory.ByRule(earlier)]);
    }

    private static RuleProfile Profile(GatheredPerson person, NeedInput need, Slot offerable) => new()
    {
        Need = need,
        LongestGapMinutes = person.Member.Free.Gaps()
            .Select(gap => Math.Min(gap.End, offerable.End) - Math.Max(gap.Start, offerable.Start))
            .DefaultIfEmpty(0).Max() is var quarters ? Math.Max(0, quarters) * 15 : 0,
        OfficeDays = ToldDays.OfficeOf(person.Participant.Preferences).Count,
        WorkingDays = ToldDays.WorkingOf(person.Participant.Preferences).Count,
        Department = person.Entry.Department,
    };

    private static NeedInput Input(GatheredPerson person, AiUseBand? band, Instant now) => new()
    {
        DaysSinceContact = person.Participant.LastContactAt is { } last ? (int)(now - last).TotalDays : null,
        AiUse = band,
        TurnsLeftOut = person.Participant.TurnsLeftOut,
        DaysSinceJoining = person.Entry.HiredOn is { } hired ? Period.DaysBetween(hired, now.InZone(person.Hours.Zone).Date) is var days and >= 0 ? days : null : null,
        RemoteDays = ToldDays.RemoteOf(person.Participant.Preferences),
        AskedForIt = person.Participant.AskedForCompanyAt is not null,
    };
}
