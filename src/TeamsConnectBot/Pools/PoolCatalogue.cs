using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Pools;

/// <summary>The pools by id.</summary>
internal sealed class PoolCatalogue(IOptions<ProgrammeOptions> options)
{
    public IReadOnlyList<PoolOptions> All => options.Value.Pools;

    public Uri? InstallLink => options.Value.InstallLink is { Length: > 0 } link ? new Uri(link) : null;

    /// <summary>The pool someone starts in, until a round finds them in another pool's group.</summary>
    public PoolOptions Default => All[0];

    /// <summary>What people call a pool; its id when there is none with it any more.</summary>
    public string NameOf(string id, string language) => All.FirstOrDefault(pool => pool.Id == id)?.NameIn(language) ?? id;

    /// <summary>A pool by its id; the default when an admin has taken that pool away since.</summary>
    public PoolOptions Find(string id) => All.FirstOrDefault(pool => pool.Id == id) ?? Default;
}
