namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One thing Graph can be asked.</summary>
internal sealed class GraphRoute
{
    private readonly string[] template;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the version; a name in braces stands for anything.</param>
    /// <param name="kind">How requests are counted.</param>
    /// <param name="permissions">Any one of these lets the app in; none named lets every app in.</param>
    /// <param name="answer">What it answers.</param>
    public GraphRoute(string method, string path, string kind, string[] permissions, Func<GraphCall, GraphReply> answer)
        : this(method, path, kind, permissions, request => ValueTask.FromResult(answer(request)))
    {
    }

    public GraphRoute(string method, string path, string kind, string[] permissions, Func<GraphCall, ValueTask<GraphReply>> answer)
    {
        Method = method;
        template = path.Split('/');
        Kind = "graph." + kind;
        Permissions = permissions;
        Answer = answer;
    }

    public string Method { get; }

    /// <summary>How many parts its path has.</summary>
    public int Segments => template.Length;

    public string Kind { get; }

    public string[] Permissions { get; }

    public Func<GraphCall, ValueTask<GraphReply>> Answer { get; }

    /// <summary>What the public description says of it; null when the description has no such route.</summary>
    public GraphContract? Contract { get; init; }

    /// <summary>What stands in place of the names in braces; null when the path is another.</summary>
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
