using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <param name="Ritual">What is moved.</param>
/// <param name="Time">Which time of it.</param>
/// <param name="Phrase">Where to, in words.</param>
internal sealed record Move(Ritual Ritual, PlannedTime Time, MovePhrase Phrase)
{
    public RitualPlan Plan => Ritual.Plan;

    /// <summary>When it is now.</summary>
    public LocalDateTime Now => Time.Start.InZone(Plan.TimeZone).LocalDateTime;
}

/// <param name="Once">The changes that move this time alone.</param>
/// <param name="Always">The change that moves all of them; null where that isn't meant or makes no sense.</param>
/// <param name="Question">What is to be asked where neither is clear.</param>
internal sealed record MoveTarget(IReadOnlyList<PlannedChange> Once, PlannedChange? Always, Question? Question = null);

/// <summary>
/// From where somebody wants a ritual to what that makes of its plan. What isn't said stays: the day where only a time is
/// named, the time where only a day is, the length, and how many weeks lie between.
/// </summary>
internal sealed class MoveTargets(PhraseDesk phrases, TimeProvider clock)
{
    private static readonly MoveTarget Nothing = new([], null);

    /// <param name="turn">The words of where to.</param>
    /// <param name="move">What is moved.</param>
    public MoveTarget Of(RitualTurn turn, Move move)
    {
        if (move.Phrase.Shift is { } shift)
        {
            return Said(move, Once(move, move.Now + shift), Shifted(move, shift));
        }

        // 'Van volgende week naar vrijdag' is the Friday of that week.
        if (move.Phrase.IsOnce && phrases.ReadDays(turn, move.Plan.TimeZone) is { Weekday: { } weekday })
        {
            var inThatWeek = move.Now.Date.PlusDays(weekday - move.Now.Date.DayOfWeek) + move.Now.TimeOfDay;
            if (Once(move, inThatWeek) is { } once)
            {
                return new MoveTarget([once], null);
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
            Question question => new MoveTarget([], null, question),
            _ => Nothing,
        };
    }

    /// <summary>The change that a reading of the words stands for.</summary>
    public PlannedChange? ChangeOf(Move move, Understood reading) =>
        reading.Schedule.Rule is null || move.Phrase.IsOnce
            ? Once(move, reading.Schedule.First + reading.Schedule.Start)
            : Always(move, reading);

    private MoveTarget FromReadings(Move move, Understood always, Understood moment)
    {
        // 'Elke donderdag' is for good, 'donderdag 5 maart' for once, 'donderdag' may be either.
        var isEither = always.Schedule.Rule is not null && moment.Schedule.Rule is null;
        var once = always.Schedule.Rule is null || isEither || move.Phrase.IsOnce
            ? Once(move, moment.Schedule.First + moment.Schedule.Start)
            : null;
        var lasting = always.Schedule.Rule is null ? null : isEither ? OnDay(move, always) : Always(move, always);
        return Said(move, once, lasting);
    }

    private static MoveTarget Said(Move move, PlannedChange? once, PlannedChange? always)
    {
        once = move.Phrase.IsAlways && always is not null ? null : once;
        always = move.Phrase.IsOnce ? null : always;
        return new MoveTarget(once is null ? [] : [once], always);
    }

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
        var schedule = PlanTimes.ScheduleOf(move.Plan);
        if (schedule.Rule is not { } rule)
        {
            return null;
        }

        // The days stay, and so does what was left out.
        var leftOut = move.Plan.Exceptions.Where(exception => exception.MovedTo is null);
        return Beginning(move, rule, time, move.Plan.Minutes) is { } change
            ? change with { Plan = change.Plan with { Exceptions = [.. leftOut] } }
            : null;
    }

    // Another day of the week, or of the month, with all else as it is; null where the ritual has several days.
    private PlannedChange? OnDay(Move move, Understood reading)
    {
        var day = reading.Schedule.First.DayOfWeek;
        var minutes = reading.SaysLength ? reading.Schedule.Minutes : move.Plan.Minutes;
        return PlanTimes.ScheduleOf(move.Plan).Rule switch
        {
            { Frequency: RecurrenceFrequency.Weekly, Days.Length: 1 } weekly =>
                Beginning(move, weekly with { Days = [new RuleDay(day)] }, reading.Schedule.Start, minutes),
            { Frequency: RecurrenceFrequency.Monthly, Position: null, Days: [{ Ordinal: not 0 and var ordinal }] } monthly =>
                Beginning(move, monthly with { Days = [new RuleDay(day, ordinal)] }, reading.Schedule.Start, minutes),
            _ => null,
        };
    }

    private static PlannedChange Always(Move move, Understood reading)
    {
        var plan = PlanTimes.PlanOf(reading.Schedule, move.Plan.Name, move.Plan.Template) with { PausedUntil = move.Plan.PausedUntil };
        return Change(move, reading.SaysLength ? plan : plan with { Minutes = move.Plan.Minutes });
    }

    // From the week of the next time on, so that every other week stays the same one.
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

    // The day is asked because there is none; with any day the rest of the phrase says the time.
    private LocalTime? TimeOf(RitualTurn turn)
    {
        var day = turn.Visitor.Texts.Language == "nl" ? "maandag" : "Monday";
        return phrases.Read(turn with { Text = $"{day} {turn.Text}" }, PhraseExpectation.Ritual) is Understood understood
            ? understood.Schedule.Start
            : null;
    }
}
