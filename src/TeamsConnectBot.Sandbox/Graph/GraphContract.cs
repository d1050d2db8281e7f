namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>What Graph's public description says of a route, by names of <c>Contracts/graph.txt</c>.</summary>
internal sealed record GraphContract
{
    private static readonly string[] OfOne = ["$select", "$expand"];
    private static readonly string[] OfDirectory = [.. OfOne, "$filter", "$top", "$count", "$orderby", "$skiptoken"];
    private static readonly string[] OfCalendar = [.. OfOne, "$filter", "$top", "$count", "$orderby", "$skip", "$skiptoken"];

    /// <summary>What is answered, or what each member of a list is; null when it is no object the table has.</summary>
    public string? Answer { get; init; }

    /// <summary>What a body holds; null when the route takes none.</summary>
    public string? Body { get; init; }

    /// <summary>The system query options it takes; others are refused.</summary>
    public IReadOnlyCollection<string> Options { get; init; } = [];

    /// <summary>The properties a list can be ordered by, as paths.</summary>
    public IReadOnlyCollection<string> Orders { get; init; } = [];

    public static GraphContract One(string answer, string? body = null) => new() { Answer = answer, Body = body, Options = OfOne };

    /// <summary>A list of the directory: it knows no <c>$skip</c>.</summary>
    public static GraphContract Directory(string answer) =>
        new() { Answer = answer, Options = OfDirectory, Orders = ["displayName", "userPrincipalName"] };

    /// <summary>A list of a calendar.</summary>
    public static GraphContract Calendar(string answer) => new()
    {
        Answer = answer,
        Options = OfCalendar,
        Orders = ["createdDateTime", "lastModifiedDateTime", "start/dateTime", "end/dateTime", "subject"],
    };

    public static GraphContract Action(string body, string? answer = null) => new() { Answer = answer, Body = body };
}
