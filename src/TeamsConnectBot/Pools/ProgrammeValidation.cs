using Quartz;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Pools;

/// <summary>Reports all problems of the pools at once.</summary>
internal sealed class ProgrammeValidation(TimeProvider clock, MicrosoftCloud cloud) : IValidateOptions<ProgrammeOptions>
{
    private static readonly string[] Languages = ["nl", "en"];

    public ValidateOptionsResult Validate(string? name, ProgrammeOptions options)
    {
        var problems = options.Pools.SelectMany((pool, index) => Problems($"Programme:Pools:{index}", pool)).ToList();
        if (options.Pools.Count == 0)
        {
            problems.Add("Programme:Pools is empty; give at least one pool with an Id and a GroupId");
        }

        if (options.InstallLink is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
        {
            problems.Add($"Programme:InstallLink is '{address}'; give an https address such as {cloud.TeamsWeb}/l/app/APP_ID, "
                + "or leave it empty");
        }

        if (cloud.Contradiction($"{ProgrammeOptions.Section}:InstallLink", options.InstallLink) is { } contradiction)
        {
            problems.Add(contradiction);
        }

        foreach (var twice in options.Pools.GroupBy(pool => pool.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add($"Programme:Pools has the Id '{twice.Key}' {twice.Count()} times; each pool needs its own");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string key, PoolOptions pool)
    {
        string?[] problems =
        [
            pool.Id.Length == 0 || pool.Id.Any(char.IsWhiteSpace) ? $"Id is '{pool.Id}'; give a short name without spaces" : null,
            Guid.TryParse(pool.GroupId, out _) ? null : $"GroupId is '{pool.GroupId}'; give the object id of an Entra group",
            HasZone(pool) ? null : $"Zone is '{pool.Zone}'; give an IANA zone such as Europe/Amsterdam",
            pool.Country.Length > 0 ? DaysOffOptions.ProblemOf("Country", pool.Country) : null,
            RoundProblem(pool) is { } rounds ? $"RoundCron is {rounds}" : null,
            pool.Minutes is < 15 or > 120 || pool.Minutes % 15 != 0
                ? $"Minutes is {pool.Minutes}; allowed are 15 to 120, in steps of 15"
                : null,
            pool.RepeatWindow is < 1 or > 52 ? $"RepeatWindow is {pool.RepeatWindow}; allowed are 1 to 52 rounds" : null,
            pool.Offer == Offer.Learning
                ? "Offer is 'Learning'; allowed is what suits everybody: Coffee, Walk, Lunch, CoWorking or Help"
                : null,
            LunchProblem(pool) is { } lunch ? $"LunchBreak is '{pool.LunchBreak}'; {lunch}" : null,
            QuietProblem(pool) is { } quiet ? $"QuietHours is '{pool.QuietHours}'; {quiet}" : null,
            string.IsNullOrWhiteSpace(pool.Host.Name) ? "Host:Name is empty; name the person this pool's invitations come from" : null,
            pool.Help.On && !Guid.TryParse(pool.Host.PersonId, out _)
                ? $"Help:On is true, but Host:PersonId is '{pool.Host.PersonId}'; give the host's Entra object id, so that somebody can "
                    + "read a question that was reported"
                : null,
            .. SidesValidation.Problems(pool),
            .. pool.Name.Keys.Except(Languages, StringComparer.Ordinal)
                .Select(language => $"Name:{language} is not a language of this program; allowed are nl and en"),
            .. Languages.Where(language => string.IsNullOrWhiteSpace(pool.Host.Sentence.GetValueOrDefault(language)))
                .Select(language => $"Host:Sentence:{language} is empty; the host writes one sentence in each language"),
        ];
        return problems.OfType<string>().Select(problem => $"{key}:{problem}");
    }

    private static bool HasZone(PoolOptions pool) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(pool.Zone) is not null;

    private static string? LunchProblem(PoolOptions pool) => DailyHours.Parse(pool.LunchBreak) switch
    {
        null => pool.LunchBreak.Length > 0 ? "allowed are two times such as 12:00-13:00, or nothing" : null,
        { } lunch when Period.Between(lunch.From, lunch.To, PeriodUnits.Minutes).Minutes is < 0 or > 180 =>
            "allowed are at most 3 hours, not across midnight",
        _ => pool.Offer == Offer.Lunch ? "a pool that offers lunch must have none" : null,
    };

    private string? QuietProblem(PoolOptions pool)
    {
        if (pool.QuietHours.Length == 0)
        {
            return null;
        }

        if (DailyHours.Parse(pool.QuietHours) is not { } quiet)
        {
            return "allowed are two times such as 08:00-10:00, or nothing";
        }

        var limits = new NudgeLimits { Hours = PoolCalendar.NineToFive(DateTimeZone.Utc).Hours, QuietHours = quiet };
        return SendingWindow.Next(clock.GetCurrentInstant(), limits) is null ? "allowed are hours that leave part of 09:00-17:00" : null;
    }

    private string? RoundProblem(PoolOptions pool)
    {
        if (!CronExpression.TryParse(pool.RoundCron, out _))
        {
            return $"'{pool.RoundCron}'; give a Quartz cron expression such as 0 0 9 ? * MON";
        }

        return !HasZone(pool) ? null : RoundOutlook.Of(pool, clock.GetCurrentInstant()) switch
        {
            { Starts: 0 } =>
                $"'{pool.RoundCron}', which never comes: no such day, or its years are over. Give an expression such as 0 0 9 ? * MON",
            { IsHopeless: true } outlook => outlook.Refusal(pool),
            _ => null,
        };
    }
}
