using TeamsConnectBot.Cards;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Time;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.CheckIns;

/// <summary>What check-ins store about people, and columns that identify nobody.</summary>
internal static class CheckInPersonalData
{
    public static IServiceCollection AddCheckInPersonalData(this IServiceCollection services) => services
        .AddDataCategories(new DataCategory(
            "checkIns", [DataSource.Person], DataLayer.Join,
            new("dat je deze maand een check-in gaf; niet wat", "that you gave a check-in this month; not what"),
            new("of mensen zich erbij voelen horen, voor iedereen samen geteld",
                "whether people feel they belong, counted for all together"),
            new("tot de maand voorbij is", "until the month is over"))
        {
            Holds = ["CheckInsAnswered"],
        })
        .AddRetention(async (db, now, cancellationToken) =>
        {
            var month = now.StartOfMonth();
            await db.CheckInsAnswered.Where(row => row.Month != month).ExecuteDeleteAsync(cancellationToken);
            var counts = await db.CheckInCounts.ToListAsync(cancellationToken);
            db.CheckInCounts.RemoveRange(counts.Where(row => row.Month < month.PlusMonths(-RetentionPeriods.Months)));
        })
        .AddPersonalTables(
            new PersonalTable<CheckInAnsweredRow>("CheckInsAnswered", DataKind.Answers, person => row => row.PersonId == person,
            [
                new("PersonId", "so that everyone answers a check-in once a month; what they answered is not kept", ThisMonth,
                    row => row.PersonId),
                new("Month", "which month", ThisMonth, row => row.Month),
            ])
            { ExpiresAt = row => row.Month.PlusMonths(1).AtMidnight().InUtc().ToInstant() })
        .AddOtherColumns(
            new OtherColumns("CheckInCounts",
                "how many gave which answer in a month, added ten or more people at a time; nobody's; gone after 13 months", "PoolId",
                "Month", "Question", "Answer", "Count"));
}
