"""Who answers: plain functions that ask a service on behalf of the viewer."""
