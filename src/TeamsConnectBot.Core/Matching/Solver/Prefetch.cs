using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Prefetches memory into the cache; only a hint, and a no-op where the processor does not support it.</summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(void* address, int count)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var line = 0; line < count; line++)
        {
            Sse.Prefetch0((byte*)address + (line * CacheLine));
        }
    }
}
