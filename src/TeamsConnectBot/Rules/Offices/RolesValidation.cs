using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Rules;

/// <summary>Says everything that is wrong with the roles at once.</summary>
internal sealed class RolesValidation : IValidateOptions<RolesOptions>
{
    private const int MostGroups = 20;

    public ValidateOptionsResult Validate(string? name, RolesOptions options)
    {
        var problems = new (string Key, List<string> Values)[] { ("Admins", options.Admins), ("WorksCouncil", options.WorksCouncil), ("Readers", options.Readers) }
            .SelectMany(list => list.Values.Select((value, index) => (Key: $"Roles:{list.Key}:{index}", Value: value)))
            .Where(entry => string.IsNullOrWhiteSpace(entry.Value) || entry.Value.Any(char.IsWhiteSpace))
            .Select(entry => $"{entry.Key} is '{entry.Value}'; give the object id of an Entra group, or the name of an app role without spaces").ToList();
        if (options.All().Select(one => one.GroupOrRole).Where(one => Guid.TryParse(one, out _)).Distinct().Count() > MostGroups)
        {
            problems.Add($"Roles has more than {MostGroups} groups, which is the most Graph looks at in one request; nest groups instead");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
