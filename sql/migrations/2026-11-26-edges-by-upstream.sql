-- A lineage is walked both ways.
CREATE INDEX propagation_edges_by_upstream ON propagation_edges (upstream_claim_id);
