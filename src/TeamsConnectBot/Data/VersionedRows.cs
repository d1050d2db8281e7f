using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsConnectBot.Data;

/// <summary>Increments a row's version with every change, so that of two concurrent changes only the first succeeds.</summary>
internal sealed class VersionedRows : SaveChangesInterceptor
{
    private const string Version = nameof(Invitation.Version);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty(Version) is not null)
            {
                entry.Property(Version).CurrentValue = (int)entry.Property(Version).CurrentValue! + 1;
            }
        }

        return ValueTask.FromResult(result);
    }
}
