namespace TeamsConnectBot.Core.Rules;

/// <summary>Decides whether a person may be asked now, so that the bot does not become a burden.</summary>
public static class InvitationBudget
{
    // A pause, a back-off, a full week and the sending window can each postpone the moment; after this many steps, give up.
    private const int MaxSteps = 20;

    /// <summary>Decides for one moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="limits">The person's own limits.</param>
    /// <param name="past">Their earlier nudges of all kinds, in any order; six months are enough.</param>
    /// <param name="rules">The pool's rules.</param>
    /// <param name="ownRequest">
    /// Whether they asked for it just now: then 'not this week', silence and the maximum per week do not apply.
    /// </param>
    public static NudgeDecision Decide(
        Instant now, NudgeLimits limits, IReadOnlyCollection<PastNudge> past, BudgetRules rules, bool ownRequest = false)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(rules);
        if (past.Any(nudge => nudge.Answer == NudgeAnswer.Open))
        {
            return new NudgeDecision(NudgeReason.StillOpen, null);
        }

        PastNudge[] delivered = [.. past.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered).OrderByDescending(nudge => nudge.SentAt)];
        var reason = NudgeReason.MayAsk;
        Instant? moment = now;
        for (var step = 0; step < MaxSteps && moment is { } at; step++)
        {
            var (obstacle, until) = Obstacle(at, limits, delivered, rules, ownRequest);
            if (obstacle == NudgeReason.MayAsk)
            {
                return new NudgeDecision(reason, at);
            }

            // The first obstacle is the reason.
            reason = reason == NudgeReason.MayAsk ? obstacle : reason;
            moment = until;
        }

        return new NudgeDecision(reason, null);
    }

    private static (NudgeReason Reason, Instant? Until) Obstacle(
        Instant moment, NudgeLimits limits, PastNudge[] delivered, BudgetRules rules, bool ownRequest)
    {
        if (limits.PausedUntil is { } pausedUntil && moment < pausedUntil)
        {
            return (NudgeReason.Paused, pausedUntil == Instant.MaxValue ? null : pausedUntil);
        }

        if (!ownRequest)
        {
            if (limits.NotThisWeekSaidAt is { } said && moment < EndOfOwnWeek(said, limits))
            {
                return (NudgeReason.NotThisWeek, EndOfOwnWeek(said, limits));
            }

            // Whoever does not work today would only be asked later anyway: what counts is whether it is over by then.
            if (EndOfBackOff(limits, delivered, rules) is { } quietUntil && (SendingWindow.Next(moment, limits) ?? moment) < quietUntil)
            {
                return (NudgeReason.BackingOff, quietUntil);
            }

            var most = Math.Min(limits.MostPerWeek ?? rules.MostPerWeek, rules.MostPerWeek);
            if (delivered.Count(nudge => OwnWeekOf(nudge.SentAt, limits) == OwnWeekOf(moment, limits)) >= most)
            {
                return (NudgeReason.WeekIsFull, most == 0 ? null : EndOfOwnWeek(moment, limits));
            }

            if (limits.WeeksBetween > 1
                && delivered is [var last, ..]
                && EndOfOwnWeek(last.SentAt, limits, limits.WeeksBetween) is var nextTurn
                && moment < nextTurn)
            {
                return (NudgeReason.WeekIsFull, nextTurn);
            }
        }

        var open = SendingWindow.Next(moment, limits);
        return open == moment ? (NudgeReason.MayAsk, moment) : (NudgeReason.OutsideWindow, open);
    }

    private static Instant? EndOfBackOff(NudgeLimits limits, PastNudge[] delivered, BudgetRules rules)
    {
        var silences = delivered.TakeWhile(nudge => nudge.Answer == NudgeAnswer.Silence).Count();
        if (silences == 0)
        {
            return null;
        }

        // Counted in whole local days, so that a weekly round at the same hour does not miss its turn by a minute.
        var weeks = Math.Min(rules.LongestBackOffWeeks, 1 << Math.Min(silences - 1, 10));
        return limits.Hours.Zone.AtStartOfDay(delivered[0].SentAt.InZone(limits.Hours.Zone).Date.PlusWeeks(weeks)).ToInstant();
    }

    private static LocalDate OwnWeekOf(Instant moment, NudgeLimits limits) =>
        OwnWeek.StartOf(moment.InZone(limits.Hours.Zone).Date, limits.Hours.Days);

    private static Instant EndOfOwnWeek(Instant moment, NudgeLimits limits, int weeks = 1) =>
        limits.Hours.Zone.AtStartOfDay(OwnWeekOf(moment, limits).PlusWeeks(weeks)).ToInstant();
}
