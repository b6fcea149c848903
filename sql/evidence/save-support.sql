INSERT INTO claim_supports (release_id, claim_id, warrant, tested_model, tested_data, tested_concept, tested_deployment)
VALUES (@ReleaseId, @ClaimId, @Warrant, @TestedModel, @TestedData, @TestedConcept, @TestedDeployment);
