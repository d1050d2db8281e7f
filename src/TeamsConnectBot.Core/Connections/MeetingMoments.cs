using NodaTime;

namespace TeamsConnectBot.Core.Connections;

/// <summary>When things around an invitation and a connection happen.</summary>
public static class MeetingMoments
{
    private static readonly LocalTime AnswersClose = LocalTime.Noon;
    private static readonly Duration WorkingTimeBeforeFirstGap = Duration.FromHours(4);
    private static readonly Duration ReminderBefore = Duration.FromMinutes(30);
    private static readonly Duration ShortestNoticeForReminder = Duration.FromHours(2);
    private static readonly Duration QuestionAfter = Duration.FromMinutes(15);
    private static readonly Duration TimeToChoose = Duration.FromMinutes(30);

    /// <summary>
    /// When answers close: noon of the working day after the one on which invitations come. Never earlier, or the moment would tell
    /// who answered when. A round that starts on a day off is sent on the first working day.
    /// </summary>
    public static Instant AnswersCloseAt(Instant sentAt, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var today = sentAt.InZone(pool.Hours.Zone).Date;
        var day = pool.NextWorkingDay(pool.IsWorkingDay(today) ? today : pool.NextWorkingDay(today));
        return day.At(AnswersClose).InZoneLeniently(pool.Hours.Zone).ToInstant();
    }

    /// <summary>The earliest start a gap may be offered for: four working hours after answers close.</summary>
    public static Instant EarliestStart(Instant answersCloseAt, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool.AfterWorking(WorkingTimeBeforeFirstGap, answersCloseAt);
    }

    /// <summary>When to remind of a meeting; null when it was announced or moved so shortly before that nobody needs it.</summary>
    /// <param name="start">When the meeting starts.</param>
    /// <param name="toldAt">When people last heard of its time.</param>
    public static Instant? ReminderAt(Instant start, Instant toldAt) =>
        start - toldAt < ShortestNoticeForReminder ? null : start - ReminderBefore;

    /// <summary>When to ask whether people met; send it at the person's next <see cref="Rules.SendingWindow"/>.</summary>
    public static Instant DidYouMeetAt(Instant end) => end + QuestionAfter;

    /// <summary>
    /// Until when the one who can't make it may choose another gap: half an hour, or less as the start comes near, so that the other
    /// never goes for nothing. Whatever was chosen is carried out then and not before. At or before <paramref name="now"/> there is no
    /// time left to choose.
    /// </summary>
    public static Instant ChooseOtherGapBy(Instant now, Instant start) => Instant.Min(now + TimeToChoose, start - TimeToChoose);
}
