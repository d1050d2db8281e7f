namespace TeamsConnectBot.Pools;

/// <summary>The pools by id.</summary>
internal sealed class PoolCatalogue(IOptions<ProgrammeOptions> options)
{
    public IReadOnlyList<PoolOptions> All => options.Value.Pools;

    public Uri? InstallLink => options.Value.InstallLink is { Length: > 0 } link ? new Uri(link) : null;

    /// <summary>The pool someone belongs to until a round finds them in another pool's group.</summary>
    public PoolOptions Default => All[0];

    /// <summary>A pool's display name; its id when the pool no longer exists.</summary>
    public string NameOf(string id, string language) => All.FirstOrDefault(pool => pool.Id == id)?.NameIn(language) ?? id;

    /// <summary>A pool by its id; the default when an admin has since removed that pool.</summary>
    public PoolOptions Find(string id) => All.FirstOrDefault(pool => pool.Id == id) ?? Default;
}
