using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Benchmarks;

/// <summary><c>phrases --file FILE [--zone ZONE] [--now TIME] [--language nl|en]</c>: one line of JSON for each phrase in a file.</summary>
internal static class PhrasesCommand
{
    // The output is read by people, so accents and quotes are not escaped.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly OffsetDateTimePattern FirstPattern =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    private static readonly OffsetDateTimePattern WithoutSeconds =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>");

    private static readonly LocalDateTimePattern[] Locals =
        [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")];

    public static Command Create()
    {
        var file = CommandOptions.Required<FileInfo>("--file", "Phrases, one per line, UTF-8; empty lines are skipped.")
            .AcceptExistingOnly();
        var zone = CommandOptions.Optional("--zone", "The team's time zone, an IANA or Windows name.", "Europe/Amsterdam");
        var now = CommandOptions.Required<string>("--now", "The current time: ISO 8601 with Z or an offset, or local time in the zone.");
        var language = CommandOptions.Optional("--language", "The writer's language, nl or en.", "nl").AcceptOnlyFromAmong("nl", "en");
        var command = new Command("phrases", "Parses phrases, one per line.") { file, zone, now, language };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file).FullName, parsed.GetValue(zone)!, parsed.GetRequiredValue(now), parsed.GetValue(language)!));
        return command;
    }

    private static int Run(string path, string zoneName, string now, string language)
    {
        if (MailboxZones.Find(zoneName) is not { } zone)
        {
            Console.Error.WriteLine($"--zone {zoneName} is neither an IANA nor a Windows time zone.");
            return 1;
        }

        if (Moment(now, zone) is not { } moment)
        {
            Console.Error.WriteLine($"--now {now} is not an ISO 8601 date and time, such as 2026-11-24T09:00 or 2026-11-24T08:00:00Z.");
            return 1;
        }

        var context = new PhraseContext(zone, moment, Languages.OfCode(language));
        var today = moment.InZone(zone).Date;
        foreach (var phrase in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            Console.WriteLine(JsonSerializer.Serialize(Line(phrase, PhraseReader.Read(phrase, context), today), Options));
        }

        return 0;
    }

    private static object Line(string phrase, PhraseReading reading, LocalDate today)
    {
        var understood = reading as Understood;
        return new
        {
            phrase,
            language = reading.Language.Code(),
            understood = understood is not null,
            rrule = understood?.Schedule.Rrule,
            first = understood?.Schedule.Next(Instant.MinValue) is { } first ? FirstPattern.Format(first.Start.ToOffsetDateTime()) : null,
            minutes = understood?.Schedule.Minutes,
            question = reading is Question question ? WithProposals(question, today) : null,
        };
    }

    // On a card the proposals are buttons; here they follow the question.
    private static string WithProposals(Question question, LocalDate today)
    {
        var proposals = question.Readings.Select(
            reading => ScheduleText.Full(reading.Schedule, reading.Schedule.First, today, question.Language));
        var text = question.TextIn(question.Language);
        return question.Readings.IsEmpty ? text : $"{text} [{string.Join(" | ", proposals)}]";
    }

    private static Instant? Moment(string text, DateTimeZone zone)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var exact })
        {
            return exact.ToInstant();
        }

        if (WithoutSeconds.Parse(text) is { Success: true, Value: var minute })
        {
            return minute.ToInstant();
        }

        foreach (var pattern in Locals)
        {
            if (pattern.Parse(text.Replace(' ', 'T')) is { Success: true, Value: var local })
            {
                return local.InZoneLeniently(zone).ToInstant();
            }
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? zone.AtStartOfDay(date).ToInstant() : null;
    }
}
