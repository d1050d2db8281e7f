namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>What Graph's public metadata says about a route; type names are those of <c>Contracts/graph.txt</c>.</summary>
internal sealed record GraphContract
{
    private static readonly string[] OfOne = ["$select", "$expand"];
    private static readonly string[] OfDirectory = [.. OfOne, "$filter", "$top", "$count", "$orderby", "$skiptoken"];
    private static readonly string[] OfCalendar = [.. OfOne, "$filter", "$top", "$count", "$orderby", "$skip", "$skiptoken"];

    /// <summary>The type of the response, or of each member of a list; null when the table doesn't have it.</summary>
    public string? Answer { get; init; }

    /// <summary>The type of the body; null when the route takes none.</summary>
    public string? Body { get; init; }

    /// <summary>The system query options the route takes; others are refused.</summary>
    public IReadOnlyCollection<string> Options { get; init; } = [];

    /// <summary>The properties a list can be ordered by, as paths.</summary>
    public IReadOnlyCollection<string> Orders { get; init; } = [];

    public static GraphContract One(string answer, string? body = null) => new() { Answer = answer, Body = body, Options = OfOne };

    /// <summary>A list of directory objects, which doesn't take <c>$skip</c>.</summary>
    public static GraphContract Directory(string answer) =>
        new() { Answer = answer, Options = OfDirectory, Orders = ["displayName", "userPrincipalName"] };

    /// <summary>A list of calendar items.</summary>
    public static GraphContract Calendar(string answer) => new()
    {
        Answer = answer,
        Options = OfCalendar,
        Orders = ["createdDateTime", "lastModifiedDateTime", "start/dateTime", "end/dateTime", "subject"],
    };

    public static GraphContract Action(string body, string? answer = null) => new() { Answer = answer, Body = body };
}
