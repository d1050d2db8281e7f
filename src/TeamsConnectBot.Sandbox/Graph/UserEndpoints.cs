using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The users of the directory.</summary>
internal sealed partial class UserEndpoints(SandboxTenant tenant, SandboxOptions options)
{
    private const int MostPerPage = 999;
    private const int MostInFilter = 15;

    private static readonly string[] MayRead = ["User.Read.All"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", "users", "users", MayRead, List, GraphContract.Directory("user")),
        new("GET", "users/{id}", "user", MayRead, Get, GraphContract.One("user")),
        new("GET", "users/{id}/manager", "manager", MayRead, GetManager, GraphContract.One("user")),
    ];

    private GraphReply Get(GraphCall request) =>
        tenant.People.ByKey(request.Argument(0)) is { } person && tenant.People.IsInDirectory(person)
            ? GraphReply.Ok(writer => UserJson.Write(writer, person, request, tenant.People, "users/$entity"))
            : GraphReply.NotFound(request.Argument(0));

    private GraphReply GetManager(GraphCall request)
    {
        if (tenant.People.ByKey(request.Argument(0)) is not { } person)
        {
            return GraphReply.NotFound(request.Argument(0));
        }

        return tenant.People.ManagerOf(person) is { } manager
            ? GraphReply.Ok(writer => UserJson.Write(writer, manager, request, tenant.People, "directoryObjects/$entity", withType: true))
            : GraphReply.NotFound("manager");
    }

    private GraphReply List(GraphCall request) => Filter(request.Option("$filter")) is { } people
        ? Paging.Page(
            request, Ordered(request, [.. people.Where(tenant.People.IsInDirectory)]), "users", options.PageSize, MostPerPage,
            (writer, person) => UserJson.Write(writer, person, request, tenant.People))
        : GraphReply.Error(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");

    private static IReadOnlyList<Person> Ordered(GraphCall request, IReadOnlyList<Person> people) => GraphOrder.Read(request) is { } order
        ? order.Apply(
            people,
            person => order.Property.Equals("displayName", StringComparison.OrdinalIgnoreCase) ? person.Name : person.UserPrincipalName,
            StringComparer.OrdinalIgnoreCase)
        : people;

    private IEnumerable<Person>? Filter(string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return tenant.People.All;
        }

        if (InClause().Match(filter) is { Success: true } list)
        {
            var values = Quoted().Matches(list.Groups["values"].Value).Select(value => value.Groups[1].Value).ToList();
            return values.Count > MostInFilter ? null : values.Select(tenant.People.ByKey).OfType<Person>().Distinct();
        }

        var clauses = filter.Split(" or ").Select(Clause).ToList();
        return clauses.Contains(null) ? null : clauses.SelectMany(people => people!).Distinct();
    }

    private IEnumerable<Person>? Clause(string filter)
    {
        if (StartsWithClause().Match(filter) is { Success: true } start)
        {
            var prefix = Unquote(start);
            return tenant.People.All.Where(person => person.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        }

        if (EqualsClause().Match(filter) is not { Success: true } equality)
        {
            return null;
        }

        var wanted = Unquote(equality);
        return equality.Groups["name"].Value switch
        {
            "id" or "userPrincipalName" or "mail" => tenant.People.ByKey(wanted) is { } person ? [person] : [],
            "department" => tenant.People.All.Where(person => string.Equals(person.Department, wanted, StringComparison.OrdinalIgnoreCase)),
            "displayName" => tenant.People.All.Where(person => string.Equals(person.Name, wanted, StringComparison.OrdinalIgnoreCase)),
            _ => null,
        };
    }

    private static string Unquote(Match clause) => clause.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:id|userPrincipalName)\s+in\s*\((?<values>.*)\)\s*$")]
    private static partial Regex InClause();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(?<name>\w+)\s+eq\s+'(?<value>(?:[^']|'')*)'\s*$")]
    private static partial Regex EqualsClause();

    [GeneratedRegex(@"^\s*startswith\(displayName,'(?<value>(?:[^']|'')*)'\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithClause();
}
