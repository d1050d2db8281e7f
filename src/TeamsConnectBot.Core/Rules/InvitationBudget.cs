using NodaTime;

namespace TeamsConnectBot.Core.Rules;

/// <summary>Decides whether somebody may be asked: less load, not more.</summary>
public static class InvitationBudget
{
    // A pause, a back-off, a full week and a window can each push the moment on; more rounds than this mean there is none.
    private const int MostSteps = 20;

    /// <summary>Decides for one moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="limits">The person's own limits.</param>
    /// <param name="past">Their earlier nudges of all kinds, in any order; six months of them are enough.</param>
    /// <param name="rules">The pool's rules.</param>
    /// <param name="ownRequest">Whether they asked for it just now: that ends 'not this week' and silence, and isn't counted against the week.</param>
    public static NudgeDecision Decide(Instant now, NudgeLimits limits, IReadOnlyCollection<PastNudge> past, BudgetRules rules, bool ownRequest = false)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(rules);
        if (past.Any(nudge => nudge.Answer == NudgeAnswer.Open))
        {
            return new NudgeDecision(NudgeReason.StillOpen, null);
        }

        var reason = NudgeReason.MayAsk;
        var moment = now;
        for (var step = 0; step < MostSteps; step++)
        {
            var (obstacle, until) = Obstacle(moment, limits, past, rules, ownRequest);
            if (obstacle == NudgeReason.MayAsk)
            {
                return new NudgeDecision(reason, moment);
            }

            reason = reason == NudgeReason.MayAsk ? obstacle : reason;
            if (until is not { } next)
            {
                break;
            }

            moment = next;
        }

        return new NudgeDecision(reason, null);
    }

    private static (NudgeReason Reason, Instant? Until) Obstacle(
        Instant moment, NudgeLimits limits, IReadOnlyCollection<PastNudge> past, BudgetRules rules, bool ownRequest)
    {
        if (limits.PausedUntil is { } pausedUntil && moment < pausedUntil)
        {
            return (NudgeReason.Paused, pausedUntil == Instant.MaxValue ? null : pausedUntil);
        }

        if (!ownRequest && limits.NotThisWeekSaidAt is { } said && moment < EndOfOwnWeek(said, limits))
        {
            return (NudgeReason.NotThisWeek, EndOfOwnWeek(said, limits));
        }

        if (!ownRequest && EndOfBackOff(limits, past, rules) is { } quietUntil && moment < quietUntil)
        {
            return (NudgeReason.BackingOff, quietUntil);
        }

        var most = Math.Min(limits.MostPerWeek ?? rules.MostPerWeek, rules.MostPerWeek);
        if (!ownRequest && SentInOwnWeek(moment, limits, past) >= most)
        {
            return (NudgeReason.WeekIsFull, most == 0 ? null : EndOfOwnWeek(moment, limits));
        }

        if (!ownRequest && EndOfOwnPace(limits, past) is { } nextTurn && moment < nextTurn)
        {
            return (NudgeReason.WeekIsFull, nextTurn);
        }

        var open = SendingWindow.Next(moment, limits);
        return open == moment ? (NudgeReason.MayAsk, moment) : (NudgeReason.OutsideWindow, open);
    }

    private static Instant? EndOfOwnPace(NudgeLimits limits, IReadOnlyCollection<PastNudge> past)
    {
        var sent = past.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered).Select(nudge => nudge.SentAt).ToList();
        return limits.WeeksBetween == 1 || sent.Count == 0
            ? null
            : limits.Hours.Zone.AtStartOfDay(OwnWeekOf(sent.Max(), limits).PlusWeeks(limits.WeeksBetween)).ToInstant();
    }

    private static int SentInOwnWeek(Instant moment, NudgeLimits limits, IReadOnlyCollection<PastNudge> past)
    {
        var week = OwnWeekOf(moment, limits);
        return past.Count(nudge => nudge.Answer != NudgeAnswer.NotDelivered && OwnWeekOf(nudge.SentAt, limits) == week);
    }

    private static Instant? EndOfBackOff(NudgeLimits limits, IReadOnlyCollection<PastNudge> past, BudgetRules rules)
    {
        var silences = past.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered)
            .OrderByDescending(nudge => nudge.SentAt)
            .TakeWhile(nudge => nudge.Answer == NudgeAnswer.Silence)
            .ToList();
        if (silences.Count == 0)
        {
            return null;
        }

        // Whole local days: a weekly round at the same hour must not miss its turn by a minute.
        var weeks = Math.Min(rules.LongestBackOffWeeks, 1 << Math.Min(silences.Count - 1, 10));
        var day = silences[0].SentAt.InZone(limits.Hours.Zone).Date.PlusWeeks(weeks);
        return limits.Hours.Zone.AtStartOfDay(day).ToInstant();
    }

    private static LocalDate OwnWeekOf(Instant moment, NudgeLimits limits) =>
        OwnWeek.StartOf(moment.InZone(limits.Hours.Zone).Date, limits.Hours.Days);

    private static Instant EndOfOwnWeek(Instant moment, NudgeLimits limits) =>
        limits.Hours.Zone.AtStartOfDay(OwnWeekOf(moment, limits).PlusWeeks(1)).ToInstant();
}
