using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// One open session of the admin page. A cookie counts only while its row is here, so signing out ends every copy of it, whichever
/// instance answers. Who it is stands in the cookie alone.
/// </summary>
internal sealed class AdminSession
{
    /// <summary>A hash of the random number in the cookie.</summary>
    public required string Id { get; init; }

    /// <summary>What whoever signed in may do now; a role that was taken away is taken away here.</summary>
    public required Offices Offices { get; set; }

    /// <summary>When the groups were asked last.</summary>
    public required Instant CheckedAt { get; set; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>What the next page says above its content.</summary>
    public string? Note { get; set; }

    public bool NoteIsProblem { get; set; }
}

internal sealed class AdminSessionTable : IEntityTypeConfiguration<AdminSession>
{
    public void Configure(EntityTypeBuilder<AdminSession> session)
    {
        session.ToTable("AdminSessions");
        session.HasKey(x => x.Id);
    }
}
