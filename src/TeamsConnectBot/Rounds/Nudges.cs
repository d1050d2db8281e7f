using NodaTime;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Someone who may be asked, why, and the next moment a card does not disturb.</summary>
internal sealed record Nudge(GatheredPerson Person, Need Need, Instant SendAt);

/// <summary>Decides who may be nudged in this round and computes the need that orders them.</summary>
internal sealed class Nudges(NudgeHistory histories, AiUseReadings readings)
{
    public async Task<(IReadOnlyList<Nudge> Asked, IReadOnlyList<NudgeReason> Held)> DecideAsync(
        IReadOnlyList<GatheredPerson> people, Instant now, CancellationToken cancellationToken)
    {
        var past = await histories.ReadAsync(cancellationToken);
        var days = await readings.ReadAsync(cancellationToken);
        var asked = new List<Nudge>();
        var held = new List<NudgeReason>();
        foreach (var person in people)
        {
            var earlier = past[person.Member.Id].ToList();
            var decision = Decide(person, earlier, now);
            if (decision is { MayAsk: false, Reason: not NudgeReason.OutsideWindow } || decision.NextAt is not { } sendAt)
            {
                held.Add(decision.Reason);
                continue;
            }

            var today = now.InZone(person.Hours.Zone).Date;
            var band = AiUseReadings.BandOf(person.Participant, days[person.Member.Id], person.Hours.Days, today);
            asked.Add(new Nudge(person, Need.Of(Input(person, band, now), NeedWeights.Default), sendAt));
        }

        return (asked, held);
    }

    private static NudgeDecision Decide(GatheredPerson person, List<Invitation> earlier, Instant now)
    {
        var limits = new NudgeLimits
        {
            Hours = person.Hours,
            PausedUntil = person.Participant.PausedUntil,
            NotThisWeekSaidAt = NudgeHistory.NotThisWeekSaidAt(earlier),
        };
        return InvitationBudget.Decide(
            now, limits, [.. earlier.Select(NudgeHistory.ToPastNudge)], BudgetRules.Default,
            ownRequest: person.Participant.AskedForCompanyAt is not null);
    }

    private static NeedInput Input(GatheredPerson person, Core.Signals.AiUseBand? band, Instant now) => new()
    {
        DaysSinceContact = person.Participant.LastContactAt is { } last ? (int)(now - last).TotalDays : null,
        AiUse = band,
        TurnsLeftOut = person.Participant.TurnsLeftOut,
        RemoteDays = person.Hours.Days.Except(person.Member.OfficeDays).Count,
        AskedForIt = person.Participant.AskedForCompanyAt is not null,
    };
}
