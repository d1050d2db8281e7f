using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The OneDrives of the people, with the files that bots uploaded and the upload sessions that Teams opened for them.</summary>
internal sealed class TenantDrives(TimeProvider clock, TenantChanges changes)
{
    private readonly ConcurrentDictionary<string, DriveFile> sessions = new(StringComparer.Ordinal);
    private ImmutableList<DriveFile> files = [];

    /// <summary>Everything that was uploaded, in order of upload.</summary>
    public IReadOnlyList<DriveFile> Files => files;

    public DriveFile? Find(Guid id) => files.Find(file => file.Id == id);

    /// <summary>Opens an upload session, as Teams does when the person allows a file. A file of the same name is not overwritten.</summary>
    /// <returns>The session's secret, and the file that the upload will make.</returns>
    public (string Ticket, DriveFile File) Open(Person owner, string name)
    {
        var file = new DriveFile(Guid.CreateVersion7(clock.GetUtcNow()), owner, FreeName(owner, name), []);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        sessions[ticket] = file;
        return (ticket, file);
    }

    public DriveFile? Session(string ticket) => sessions.GetValueOrDefault(ticket);

    /// <summary>Completes an upload; the session is over.</summary>
    public DriveFile? Store(string ticket, byte[] content)
    {
        if (!sessions.TryRemove(ticket, out var file))
        {
            return null;
        }

        var stored = file with { Content = content };
        ImmutableInterlocked.Update(ref files, (all, one) => all.Add(one), stored);
        changes.Tell();
        return stored;
    }

    private string FreeName(Person owner, string name)
    {
        var taken = files.Where(file => file.Owner == owner).Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        return Enumerable.Range(0, int.MaxValue).Select(number => number == 0 ? name : $"{stem} {number}{extension}")
            .First(free => !taken.Contains(free));
    }
}
