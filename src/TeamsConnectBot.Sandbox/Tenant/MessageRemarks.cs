using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Warnings about messages that Teams accepts from a bot but shows wrongly or not at all. Each is kept once.</summary>
internal sealed class MessageRemarks
{
    private readonly ConcurrentDictionary<string, int> remarks = new(StringComparer.Ordinal);

    /// <summary>Raised the first time a remark is made.</summary>
    public event Action<string>? Made;

    public IReadOnlyCollection<string> All => [.. remarks.Keys];

    public void Add(IEnumerable<string> found)
    {
        foreach (var remark in found.Where(remark => remarks.TryAdd(remark, 0)))
        {
            Made?.Invoke(remark);
        }
    }
}
