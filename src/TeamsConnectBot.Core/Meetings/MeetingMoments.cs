namespace TeamsConnectBot.Core.Meetings;

/// <summary>The times of everything around an invitation and a connection.</summary>
public static class MeetingMoments
{
    private static readonly LocalTime AnswersClose = LocalTime.Noon;
    private static readonly Duration WorkingTimeBeforeFirstGap = Duration.FromHours(4);
    private static readonly Duration ReminderBefore = Duration.FromMinutes(30);
    private static readonly Duration ShortestNoticeForReminder = Duration.FromHours(2);
    private static readonly Duration QuestionAfter = Duration.FromMinutes(15);
    private static readonly Duration TimeToChoose = Duration.FromMinutes(30);

    /// <summary>
    /// When answers close: at noon of the working day after the one on which invitations arrive. They never close earlier, because the
    /// moment would then reveal who answered when. A round that starts on a day off is sent on the next working day.
    /// </summary>
    public static Instant AnswersCloseAt(Instant sentAt, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var today = sentAt.InZone(pool.Hours.Zone).Date;
        var day = pool.NextWorkingDay(pool.IsWorkingDay(today) ? today : pool.NextWorkingDay(today));
        return day.At(AnswersClose).InZoneLeniently(pool.Hours.Zone).ToInstant();
    }

    /// <summary>The earliest start of a gap that may be offered: four working hours after answers close.</summary>
    public static Instant EarliestStart(Instant answersCloseAt, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool.AfterWorking(WorkingTimeBeforeFirstGap, answersCloseAt);
    }

    /// <summary>When to remind of a meeting; null when people were told of its time so recently that nobody needs it.</summary>
    /// <param name="start">When the meeting starts.</param>
    /// <param name="toldAt">When people were last told of its time.</param>
    public static Instant? ReminderAt(Instant start, Instant toldAt) =>
        start - toldAt < ShortestNoticeForReminder ? null : start - ReminderBefore;

    /// <summary>When to ask whether people met; the question is sent in the person's next <see cref="Rules.SendingWindow"/>.</summary>
    public static Instant DidYouMeetAt(Instant end) => end + QuestionAfter;

    /// <summary>
    /// The deadline for the member who declined to choose another gap: half an hour from now, or sooner shortly before the start, so that
    /// the other member does not travel to a meeting that is called off. The choice is carried out at the deadline and not before. When it
    /// is not after <paramref name="now"/>, there is no time left to choose.
    /// </summary>
    public static Instant ChooseOtherGapBy(Instant now, Instant start) => Instant.Min(now + TimeToChoose, start - TimeToChoose);
}
