using Microsoft.Extensions.Options;
using NodaTime;
using Quartz;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Pools;

/// <summary>Says everything that is wrong with the pools at once.</summary>
internal sealed class ProgrammeValidation(TimeProvider clock) : IValidateOptions<ProgrammeOptions>
{
    public ValidateOptionsResult Validate(string? name, ProgrammeOptions options)
    {
        var problems = options.Pools.SelectMany((pool, index) => Problems($"Programme:Pools:{index}", pool)).ToList();
        if (options.Pools.Count == 0)
        {
            problems.Add("Programme:Pools is empty; give at least one pool with an Id and a GroupId");
        }

        if (options.InstallLink.Length > 0 && !(Uri.TryCreate(options.InstallLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
        {
            problems.Add($"Programme:InstallLink is '{options.InstallLink}'; give an https address such as https://teams.microsoft.com/l/app/APP_ID, or leave it empty");
        }

        foreach (var twice in options.Pools.GroupBy(pool => pool.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add($"Programme:Pools has the Id '{twice.Key}' {twice.Count()} times; each pool needs its own");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string key, PoolOptions pool)
    {
        if (pool.Id.Length == 0 || pool.Id.Any(char.IsWhiteSpace))
        {
            yield return $"{key}:Id is '{pool.Id}'; give a short name without spaces";
        }

        if (!Guid.TryParse(pool.GroupId, out _))
        {
            yield return $"{key}:GroupId is '{pool.GroupId}'; give the object id of an Entra group";
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(pool.Zone) is null)
        {
            yield return $"{key}:Zone is '{pool.Zone}'; give an IANA zone such as Europe/Amsterdam";
        }

        if (pool.Country.Length > 0 && DaysOffOptions.ProblemOf($"{key}:Country", pool.Country) is { } country)
        {
            yield return country;
        }

        if (RoundProblem(pool) is { } rounds)
        {
            yield return $"{key}:RoundCron is {rounds}";
        }

        if (pool.Minutes is < 15 or > 120 || pool.Minutes % 15 != 0)
        {
            yield return $"{key}:Minutes is {pool.Minutes}; allowed are 15 to 120, in steps of 15";
        }

        if (pool.RepeatWindow is < 1 or > 52)
        {
            yield return $"{key}:RepeatWindow is {pool.RepeatWindow}; allowed are 1 to 52 rounds";
        }

        if (string.IsNullOrWhiteSpace(pool.Host.Name))
        {
            yield return $"{key}:Host:Name is empty; name the person this pool's invitations come from";
        }

        foreach (var language in pool.Name.Keys.Except(["nl", "en"], StringComparer.Ordinal))
        {
            yield return $"{key}:Name:{language} is not a language of this program; allowed are nl and en";
        }

        foreach (var language in new[] { "nl", "en" })
        {
            if (string.IsNullOrWhiteSpace(pool.Host.Sentence.GetValueOrDefault(language)))
            {
                yield return $"{key}:Host:Sentence:{language} is empty; the host writes one sentence in each language";
            }
        }
    }

    private string? RoundProblem(PoolOptions pool)
    {
        if (!CronExpression.TryParse(pool.RoundCron, out _))
        {
            return $"'{pool.RoundCron}'; give a Quartz cron expression such as 0 0 9 ? * MON";
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(pool.Zone) is null)
        {
            return null;
        }

        var outlook = RoundOutlook.Of(pool, clock.GetCurrentInstant());
        return outlook switch
        {
            { Starts: 0 } =>
                $"'{pool.RoundCron}', which never comes: no such day, or its years are over. Give an expression such as 0 0 9 ? * MON",
            { IsHopeless: true } => outlook.Refusal(pool),
            _ => null,
        };
    }
}
