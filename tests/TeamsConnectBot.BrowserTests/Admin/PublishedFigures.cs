using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>
/// Writes figures of twelve weeks and a comparison of two versions to the service's database, as if they had been counted.
/// </summary>
internal static class PublishedFigures
{
    private const int Weeks = 12;
    private const int Participants = 240;

    // Numbers as AggregateView has them.
    private const int WithoutGap = 2, Invited = 3, SaidYes = 4, Met = 6, MoreThanOnce = 8, AiWeekMet = 10;

    /// <param name="file">The database.</param>
    /// <param name="today">The service's day.</param>
    public static async Task WriteAsync(string file, DateOnly today)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7).AddDays(-14);
        for (var week = 0; week < Weeks; week++)
        {
            var day = monday.AddDays(-7 * week);
            await AddAsync(connection, Met, day, 52 + 7 * (week % 4));
            await AddAsync(connection, WithoutGap, day, 12 + 3 * (week % 5));

            // In one week the rules chose by something only the bot knows.
            if (week != 4)
            {
                await AddAsync(connection, Invited, day, 121 + 9 * (week % 3));
                await AddAsync(connection, SaidYes, day, 81 + 8 * (week % 4));
            }
        }

        await AddAsync(connection, MoreThanOnce, monday, 24);
        for (var view = AiWeekMet; view < AiWeekMet + 4; view++)
        {
            await AddAsync(connection, view, monday, 14 + 11 * (view % 3));
        }

        await AddTrialAsync(connection, monday);
    }

    private static Task AddAsync(SqliteConnection connection, int view, DateOnly monday, int count) => RunAsync(
        connection,
        """
        INSERT INTO "Publications" ("Id", "View", "Audience", "Period", "On", "Count", "Of")
        VALUES ($id, $view, 'everyone', $period, $on, $count, $of)
        """,
        ("$id", $"{view:00000000}-0000-0000-0000-{monday:yyyyMMdd}0000"), ("$view", view), ("$period", Iso(monday)),
        ("$on", Iso(monday.AddDays(14))), ("$count", count), ("$of", Participants));

    private static Task AddTrialAsync(SqliteConnection connection, DateOnly monday)
    {
        (int Invited, int OneMet, int OtherMet)[] steps = [(34, 14, 19), (71, 27, 41), (118, 43, 70), (160, 59, 99)];
        var json = steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "until": "{{Iso(monday.AddDays(14 * (index - steps.Length + 1)))}}",
              "oneInvitations": {{step.Invited}}, "oneMet": {{step.OneMet}},
              "otherInvitations": {{step.Invited}}, "otherMet": {{step.OtherMet}}
            }
            """));
        var at = new DateTimeOffset(monday.AddDays(-70).ToDateTime(default), TimeSpan.Zero).ToUnixTimeMilliseconds();
        return RunAsync(
            connection,
            """
            INSERT INTO "Trials" ("Id", "RuleId", "One", "Other", "Seed", "StartedAt", "StartedById", "CountedUntil", "ConsideredUntil",
              "OneInvitations", "OneMet", "OtherInvitations", "OtherMet", "Steps", "Version")
            VALUES ('00000000-0000-0000-0000-000000000001', 'everybody', 1, 2, 1, $at, 'x', $until, $until, 160, 59, 160, 99, $steps, 1)
            """,
            ("$at", at), ("$until", Iso(monday)), ("$steps", $"[{string.Join(',', json)}]"));
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
