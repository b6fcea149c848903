namespace HypeWatch.Http;

/// <summary>
/// Keeps connections for the hosts that were asked last, and lets go of all others. The framework's handler keeps a pool for every host that it ever met until a timer
/// looks at it, which costs hundreds of megabytes at ten thousand hosts; so a handler serves a bounded number of hosts, then the next one takes its place.
/// </summary>
/// <param name="make">Makes a handler.</param>
/// <param name="mostHosts">Hosts that one handler serves, at least 1; at most twice as many are kept.</param>
internal sealed class BoundedPools(Func<HttpMessageHandler> make, int mostHosts) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private Generation present = new(make());
    private Generation? former;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var generation = Enter(request.RequestUri!.Authority);
        try
        {
            return await generation.Invoker.SendAsync(request, cancellationToken);
        }
        finally
        {
            Leave(generation);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            present.Invoker.Dispose();
            former?.Invoker.Dispose();
        }

        base.Dispose(disposing);
    }

    private Generation Enter(string authority)
    {
        lock (gate)
        {
            var chosen = former?.Hosts.Contains(authority) == true ? former : present;
            if (chosen == present && !present.Hosts.Contains(authority) && present.Hosts.Count >= mostHosts)
            {
                Retire(former);
                (former, present) = (present, new(make()));
                chosen = present;
            }

            chosen.Hosts.Add(authority);
            chosen.InFlight++;
            return chosen;
        }
    }

    private void Leave(Generation generation)
    {
        lock (gate)
        {
            generation.InFlight--;
            if (generation.IsRetired) Retire(generation);
        }
    }

    // Bodies that are still being read keep their connections; what waits for an answer keeps its handler.
    private static void Retire(Generation? generation)
    {
        if (generation is null) return;
        generation.IsRetired = true;
        if (generation.InFlight == 0) generation.Invoker.Dispose();
    }

    private sealed class Generation(HttpMessageHandler handler)
    {
        public HttpMessageInvoker Invoker { get; } = new(handler);

        public HashSet<string> Hosts { get; } = new(StringComparer.OrdinalIgnoreCase);

        public int InFlight { get; set; }

        public bool IsRetired { get; set; }
    }
}
