using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <param name="Ritual">The ritual that is moved.</param>
/// <param name="Time">The occurrence that the sender refers to.</param>
/// <param name="Phrase">What was typed.</param>
internal sealed record Move(Ritual Ritual, PlannedTime Time, MovePhrase Phrase)
{
    public RitualPlan Plan => Ritual.Plan;

    /// <summary>When the occurrence takes place before the move.</summary>
    public LocalDateTime Now => Time.Start.InZone(Plan.TimeZone).LocalDateTime;
}

/// <param name="Once">
/// The change that moves only this occurrence; null when the sender does not mean that, or when it is impossible.
/// </param>
/// <param name="Always">The change that moves all occurrences; null in the same cases.</param>
/// <param name="Question">What to ask the sender when the words are not clear.</param>
internal sealed record MoveTarget(PlannedChange? Once, PlannedChange? Always, Question? Question = null);

/// <summary>
/// Turns the words for a new time into changed plans. Whatever the words leave out stays the same: the day when they only name
/// a time, the time when they only name a day, the length, and the interval in weeks.
/// </summary>
internal sealed class MoveTargets(SpacePhrases phrases, TimeProvider clock)
{
    /// <param name="turn">The command, whose text is the words for the new time.</param>
    /// <param name="move">The occurrence that the sender refers to, and its ritual.</param>
    public MoveTarget Of(RitualTurn turn, Move move)
    {
        if (move.Phrase.Shift is { } shift)
        {
            return Said(move, Once(move, move.Now + shift), Shifted(move, shift));
        }

        // 'Van volgende week naar vrijdag' (from next week to Friday) means the Friday of that week.
        if (move.Phrase.IsOnce && phrases.ReadDays(turn, move.Plan.TimeZone) is { Weekday: { } weekday })
        {
            var inThatWeek = move.Now.Date.PlusDays(weekday - move.Now.Date.DayOfWeek) + move.Now.TimeOfDay;
            if (Once(move, inThatWeek) is { } once)
            {
                return new MoveTarget(once, null);
            }
        }

        var ritual = phrases.Read(turn, PhraseExpectation.Ritual);
        if (ritual is Question { Kind: QuestionKind.WhichTime })
        {
            turn = turn with { Text = $"{turn.Text} {RitualEcho.Clock(move.Plan.At)}" };
            ritual = phrases.Read(turn, PhraseExpectation.Ritual);
        }

        return ritual switch
        {
            Understood always => FromReadings(move, always, phrases.Read(turn, PhraseExpectation.Moment) as Understood ?? always),
            Question { Kind: QuestionKind.WhichDay } when TimeOf(turn) is { } time =>
                Said(move, Once(move, move.Now.Date + time), AtTime(move, time)),
            Question question => new MoveTarget(null, null, question),
            _ => new MoveTarget(null, null),
        };
    }

    /// <summary>The change that follows from one interpretation of the words.</summary>
    public PlannedChange? ChangeOf(Move move, Understood reading) =>
        reading.Schedule.Rule is null || move.Phrase.IsOnce
            ? Once(move, reading.Schedule.First + reading.Schedule.Start)
            : Always(move, reading);

    private MoveTarget FromReadings(Move move, Understood always, Understood moment)
    {
        // 'Elke donderdag' (every Thursday) moves all occurrences, 'donderdag 5 maart' moves one, 'donderdag' may mean either.
        var isEither = always.Schedule.Rule is not null && moment.Schedule.Rule is null;
        var once = always.Schedule.Rule is null || isEither || move.Phrase.IsOnce
            ? Once(move, moment.Schedule.First + moment.Schedule.Start)
            : null;
        var lasting = always.Schedule.Rule is null ? null : isEither ? OnDay(move, always) : Always(move, always);
        return Said(move, once, lasting);
    }

    private static MoveTarget Said(Move move, PlannedChange? once, PlannedChange? always) =>
        new(move.Phrase.IsAlways && always is not null ? null : once, move.Phrase.IsOnce ? null : always);

    private PlannedChange? Once(Move move, LocalDateTime to) =>
        to == move.Now || to.InZoneLeniently(move.Plan.TimeZone).ToInstant() <= clock.GetCurrentInstant()
            ? null
            : new PlannedChange(ChangeWords.MoveOnce, move.Ritual.Id, move.Plan, move.Plan.With(new PlanException(move.Time.Date, to)));

    private PlannedChange? Shifted(Move move, Period shift)
    {
        var minutes = move.Plan.At.Hour * 60 + move.Plan.At.Minute + shift.Minutes + 60 * shift.Hours;
        if (shift.Days == 0 && shift.Weeks == 0)
        {
            return minutes is >= 0 and < 24 * 60 ? AtTime(move, LocalTime.FromMinutesSinceMidnight((int)minutes)) : null;
        }

        if (shift.Weeks != 0 || PlanTimes.ScheduleOf(move.Plan).Rule is not { Frequency: RecurrenceFrequency.Weekly } rule)
        {
            return null;
        }

        var days = rule.Days.Select(day => new RuleDay(Later(day.Day, shift.Days))).OrderBy(day => day.Day);
        return Beginning(move, rule with { Days = [.. days] }, move.Plan.At, move.Plan.Minutes);
    }

    private static IsoDayOfWeek Later(IsoDayOfWeek day, int days) => (IsoDayOfWeek)(((int)day - 1 + days % 7 + 7) % 7 + 1);

    private PlannedChange? AtTime(Move move, LocalTime time)
    {
        if (PlanTimes.ScheduleOf(move.Plan).Rule is not { } rule)
        {
            return null;
        }

        // The ritual's days do not change, so dates that were skipped stay skipped.
        var skipped = move.Plan.Exceptions.Where(exception => exception.MovedTo is null);
        return Beginning(move, rule, time, move.Plan.Minutes) is { } change
            ? change with { Plan = change.Plan with { Exceptions = [.. skipped] } }
            : null;
    }

    // Changes only the weekday, such as the first Tuesday of the month to the first Thursday; null when the ritual has several days and
    // the words do not say which.
    private PlannedChange? OnDay(Move move, Understood reading)
    {
        var day = reading.Schedule.First.DayOfWeek;
        var minutes = reading.SaysLength ? reading.Schedule.Minutes : move.Plan.Minutes;
        return PlanTimes.ScheduleOf(move.Plan).Rule switch
        {
            { Frequency: RecurrenceFrequency.Weekly, Days.Length: 1 } weekly =>
                Beginning(move, weekly with { Days = [new RuleDay(day)] }, reading.Schedule.Start, minutes),
            { Frequency: RecurrenceFrequency.Weekly, Position: null } weekly when move.Phrase.From is { } from
                && weekly.Days.Contains(new RuleDay(from)) && !weekly.Days.Contains(new RuleDay(day)) =>
                Beginning(move, weekly with { Days = Instead(weekly.Days, from, day) }, reading.Schedule.Start, minutes),
            { Frequency: RecurrenceFrequency.Monthly, Position: null, Days: [{ Ordinal: not 0 and var ordinal }] } monthly =>
                Beginning(move, monthly with { Days = [new RuleDay(day, ordinal)] }, reading.Schedule.Start, minutes),
            _ => null,
        };
    }

    private static ImmutableArray<RuleDay> Instead(ImmutableArray<RuleDay> days, IsoDayOfWeek from, IsoDayOfWeek to) =>
        [.. days.Select(day => day.Day == from ? new RuleDay(to) : day).OrderBy(day => day.Day)];

    private static PlannedChange Always(Move move, Understood reading)
    {
        var plan = PlanTimes.PlanOf(reading.Schedule, move.Plan.Name, move.Plan.Template) with { PausedUntil = move.Plan.PausedUntil };
        return Change(move, reading.SaysLength ? plan : plan with { Minutes = move.Plan.Minutes });
    }

    // Starts in the week of the occurrence, so that a fortnightly ritual stays in the same weeks.
    private PlannedChange? Beginning(Move move, RecurrenceRule rule, LocalTime time, int minutes)
    {
        var monday = move.Time.Date.PlusDays(1 - (int)move.Time.Date.DayOfWeek);
        var from = rule.Frequency switch
        {
            RecurrenceFrequency.Weekly => monday,
            RecurrenceFrequency.Daily => move.Time.Date,
            _ => move.Time.Date.With(DateAdjusters.StartOfMonth),
        };
        var schedule = RitualSchedule.Beginning(rule, from, clock.GetCurrentInstant(), time, minutes, move.Plan.TimeZone);
        return schedule is null
            ? null
            : Change(move, PlanTimes.PlanOf(schedule, move.Plan.Name, move.Plan.Template) with { PausedUntil = move.Plan.PausedUntil });
    }

    private static PlannedChange Change(Move move, RitualPlan plan) => new(ChangeWords.Move, move.Ritual.Id, move.Plan, plan);

    // The words name no day, but the parser needs one to read the time. The day makes no difference to the result.
    private LocalTime? TimeOf(RitualTurn turn)
    {
        var day = turn.Language == "nl" ? "maandag" : "Monday";
        return phrases.Read(turn with { Text = $"{day} {turn.Text}" }, PhraseExpectation.Ritual) is Understood understood
            ? understood.Schedule.Start
            : null;
    }
}
