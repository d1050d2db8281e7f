namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One method and path that the simulated Graph supports.</summary>
internal sealed class GraphRoute
{
    private readonly string[] template;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the version; a name in braces matches any segment.</param>
    /// <param name="kind">The name under which requests are counted.</param>
    /// <param name="permissions">The app needs at least one of these; when empty, no permission is needed.</param>
    /// <param name="answer">Handles the request.</param>
    /// <param name="contract">What Graph's public metadata says about the route; null when it has no such route.</param>
    public GraphRoute(
        string method, string path, string kind, string[] permissions, Func<GraphCall, GraphReply> answer, GraphContract? contract = null)
        : this(method, path, kind, permissions, request => ValueTask.FromResult(answer(request)), contract)
    {
    }

    public GraphRoute(
        string method, string path, string kind, string[] permissions, Func<GraphCall, ValueTask<GraphReply>> answer,
        GraphContract? contract = null)
    {
        Method = method;
        template = path.Split('/');
        Kind = "graph." + kind;
        Permissions = permissions;
        Answer = answer;
        Contract = contract;
    }

    public string Method { get; }

    /// <summary>The number of segments in its path.</summary>
    public int Segments => template.Length;

    public string Kind { get; }

    public string[] Permissions { get; }

    public Func<GraphCall, ValueTask<GraphReply>> Answer { get; }

    public GraphContract? Contract { get; }

    /// <summary>The segments that stand for the names in braces; null when the path doesn't match.</summary>
    public List<string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != template.Length)
        {
            return null;
        }

        var arguments = new List<string>(2);
        for (var index = 0; index < template.Length; index++)
        {
            if (template[index] is ['{', ..])
            {
                arguments.Add(segments[index]);
            }
            else if (!string.Equals(template[index], segments[index], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return arguments;
    }
}
