namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>The types and enumerations of a public API description, read from a text file next to this one.</summary>
internal sealed class SchemaTable
{
    private readonly Dictionary<string, SchemaType> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string[]> enums = new(StringComparer.Ordinal);

    private SchemaTable(string resource)
    {
        using var stream = typeof(SchemaTable).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        foreach (var block in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Read([.. lines.Where(line => line[0] != '#')]);
        }
    }

    public static SchemaTable Graph { get; } = new("TeamsConnectBot.Sandbox.Contracts.graph.txt");

    public static SchemaTable Connector { get; } = new("TeamsConnectBot.Sandbox.Contracts.connector.txt");

    public SchemaType this[string name] => types[name];

    public SchemaType? Find(string name) => types.GetValueOrDefault(name);

    /// <summary>The values of an enumeration; null when the table doesn't have it.</summary>
    public IReadOnlyCollection<string>? Enumeration(string name) => enums.GetValueOrDefault(name);

    private void Read(string[] lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        var head = lines[0].Split(' ');
        if (head[0] == "enum")
        {
            enums[head[1]] = head[2..];
            return;
        }

        var parent = head.Length > 2 ? types[head[3]] : null;
        var properties = new Dictionary<string, string>(
            parent?.Properties ?? ImmutableDictionary<string, string>.Empty, StringComparer.OrdinalIgnoreCase);
        var navigations = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
        {
            var words = line.Split(' ');
            if (words[0] == "->")
            {
                navigations.UnionWith(words[1..]);
            }
            else
            {
                properties[words[0]] = words[1];
            }
        }

        types[head[1]] = new SchemaType(head[1], parent, properties, navigations);
    }
}
