using NodaTime;
using System.Globalization;
using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>The tables of phrases beside this file, and the moment they are read at.</summary>
internal static class PhraseTable
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    public static readonly Instant Now = new LocalDateTime(2026, 11, 24, 9, 0).InZoneStrictly(Zone).ToInstant();

    public static PhraseContext Context(Language language = Language.Dutch) => new(Zone, Now, language);

    /// <summary>The rows of all tables.</summary>
    public static IEnumerable<PhraseRow> Rows(string table)
    {
        using var stream = typeof(PhraseTable).Assembly.GetManifestResourceStream($"phrases.{table}.tsv") ?? throw new FileNotFoundException(table);
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

    /// <summary>A reading in the words of the tables.</summary>
    public static string Describe(PhraseReading reading) => reading switch
    {
        Understood { Schedule: var schedule } understood => string.Create(
            CultureInfo.InvariantCulture,
            $"{reading.Language.Code()} | {schedule.Rrule ?? "once"} | {LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(schedule.First + schedule.Start)} | {schedule.Minutes} | {understood.Name}").TrimEnd(' ', '|'),
        Question question => string.Create(CultureInfo.InvariantCulture, $"{reading.Language.Code()} | {question.Kind} | {question.Piece} | {question.Readings.Length}"),
        _ => "?",
    };
}
