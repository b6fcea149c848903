INSERT INTO claim_supports (release_id, claim_id, warrant, tested_model, tested_data, tested_concept, tested_deployment, judged_by)
VALUES (@ReleaseId, @ClaimId, @Warrant, @TestedModel, @TestedData, @TestedConcept, @TestedDeployment, @JudgedBy);
