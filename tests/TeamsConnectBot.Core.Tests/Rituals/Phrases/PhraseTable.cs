using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>The tables of phrases beside this file, and the moment at which they are read.</summary>
internal static class PhraseTable
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    public static readonly Instant Now = new LocalDateTime(2026, 11, 24, 9, 0).InZoneStrictly(Zone).ToInstant();

    public static PhraseContext Context(Language language = Language.Dutch) => new(Zone, Now, language);

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<PhraseRow> Rows(string table)
    {
        using var stream = typeof(PhraseTable).Assembly.GetManifestResourceStream($"phrases.{table}.tsv")
            ?? throw new FileNotFoundException(table);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Length > 0)
            {
                var cells = line.Split('\t');
                yield return new PhraseRow(cells[0], Languages.OfCode(cells[1]), string.Join(" | ", cells[2..]).TrimEnd(' ', '|'));
            }
        }
    }

    /// <summary>A reading in the notation of the tables.</summary>
    public static string Describe(PhraseReading reading) => reading switch
    {
        Understood { Schedule: var schedule, Name: var name } =>
            $"{reading.Language.Code()} | {schedule.Rrule ?? "once"} | {Format(schedule)} | {schedule.Minutes} | {name}".TrimEnd(' ', '|'),
        Question question => $"{reading.Language.Code()} | {question.Kind} | {question.Piece} | {question.Readings.Length}",
        _ => "?",
    };

    private static string Format(RitualSchedule schedule) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(schedule.First + schedule.Start);
}
