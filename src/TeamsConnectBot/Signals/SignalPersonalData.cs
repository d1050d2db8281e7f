using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Signals.Notifications;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Signals;

/// <summary>What the signals about AI use store about people, and columns that identify nobody.</summary>
internal static class SignalPersonalData
{
    public static IServiceCollection AddSignalPersonalData(this IServiceCollection services) => services
        .AddRetention(async (db, now, cancellationToken) =>
        {
            var oldest = now.InUtc().Date.PlusDays(-DayFlag.DaysKept);
            var days = await db.AiUseDays.ToListAsync(cancellationToken);
            db.AiUseDays.RemoveRange(days.Where(row => row.Day <= oldest));
        })
        .AddPersonalTables(
            new PersonalTable<AiUseDay>("AiUseDays", DataKind.AiUseDays, person => row => row.PersonId == person,
            [
                new("PersonId", WhoItIs, TwoWeeks, row => row.PersonId),
                new("Day", "a day the band rests on", TwoWeeks, row => row.Day),
                new("Source", "a person's own word is never overwritten by the report", TwoWeeks, row => row.Source),
                new("Used", "whether they worked with AI that day; nothing more is known", TwoWeeks, row => row.Used),
            ])
            { ExpiresAt = row => row.Day.PlusDays(DayFlag.DaysKept).AtMidnight().InUtc().ToInstant() },
            new PersonalTable<InteractionWatchRow>("InteractionWatches", DataKind.Notices, person => row => row.PersonId == person,
            [
                new("PersonId", WhoItIs, WhileWatched, row => row.PersonId),
                new("SubscriptionId", "Graph's number for telling that they work with Copilot", WhileWatched, row => row.SubscriptionId),
                new("ClientState", "secret that shows a notice is Graph's", WhileWatched, null),
                new("Since", "a day from then without a notice is a day without AI", WhileWatched, row => row.Since),
                new("ExpiresAt", "when to renew it", WhileWatched, row => row.ExpiresAt),
            ]));
}
